package org.parley.domain.party;

/** The role of a party in a negotiation. */
public enum PartyRole {
    BELLIGERENT,
    PRINCIPAL,
    MEDIATOR,
    FACILITATOR,
    GUARANTOR,
    SUPPORTER,
    MONITOR,
    WITNESS,
    OBSERVER,
    COMMENTATOR
}
