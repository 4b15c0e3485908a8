package org.parley.ceasefire;

import org.parley.party.PartyCode;

/**
 * A conditional answer of a party to a ceasefire.
 *
 * @param conditions the conditions on which it would accept
 */
public record ConditionalAnswer(PartyCode party, String conditions) {}
