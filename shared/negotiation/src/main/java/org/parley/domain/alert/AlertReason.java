package org.parley.domain.alert;

/** Why a matter needs a look. */
public enum AlertReason {
    /** A commitment's due date; it is neither delivered nor found to be kept. */
    COMMITMENT_DUE,
    /** A deadline of a warning, a demand or the talks on an agreement. */
    DEADLINE,
    /** The planned date of a meeting that has not taken place. */
    MEETING_PLANNED,
    /** A meeting was put off without a new date. */
    MEETING_WITHOUT_DATE,
    /** The announced beginning of a ceasefire that has not taken effect. */
    CEASEFIRE_START,
    /** The end of a ceasefire's term; no end is recorded. */
    CEASEFIRE_END,
    /** The end of an agreement's term; no end is recorded. */
    AGREEMENT_END,
    /** An exchange was agreed, and nothing is recorded as handed over. */
    EXCHANGE_AGREED,
    /** The planned date of a vote that has not taken place. */
    VOTE_PLANNED
}
