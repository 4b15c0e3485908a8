package org.parley.domain.party;

/** Whether a party takes part in a negotiation. */
public enum PartyStanding {
    PRESENT,
    SUSPENDED,
    WITHDRAWN
}
