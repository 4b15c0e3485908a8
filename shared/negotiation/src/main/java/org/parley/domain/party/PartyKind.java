package org.parley.domain.party;

/** The kinds of party. */
public enum PartyKind {
    STATE,
    UNION,
    ALLIANCE,
    COALITION,
    MOVEMENT,
    /** A commentator outside the talks, who may only endorse, object, contest or state a position. */
    VOICE
}
