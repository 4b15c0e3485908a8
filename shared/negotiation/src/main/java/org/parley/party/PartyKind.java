package org.parley.party;

/** What sort of party takes part. */
public enum PartyKind {
    STATE,
    UNION,
    ALLIANCE,
    COALITION,
    MOVEMENT,
    /** A commentator outside the table, who may only endorse, object, contest or state a position. */
    VOICE
}
