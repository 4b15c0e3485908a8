package org.parley.domain.party;

/** The kinds of party. */
public enum PartyKind {
    STATE,
    UNION,
    ALLIANCE,
    COALITION,
    MOVEMENT,
    POLITICAL_PARTY,
    /** A council, court, legislature, commission, electorate, agency, organisation or office. */
    BODY,
    /** A commentator outside the talks, who may only endorse, object, contest or state a position. */
    VOICE
}
