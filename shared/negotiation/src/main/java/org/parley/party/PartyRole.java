package org.parley.party;

/** The part that a party plays in a negotiation. */
public enum PartyRole {
    BELLIGERENT,
    MEDIATOR,
    GUARANTOR,
    SUPPORTER,
    OBSERVER,
    COMMENTATOR
}
