package org.parley.domain.party;

/** The role of a party in a negotiation. */
public enum PartyRole {
    BELLIGERENT,
    MEDIATOR,
    GUARANTOR,
    SUPPORTER,
    OBSERVER,
    COMMENTATOR
}
