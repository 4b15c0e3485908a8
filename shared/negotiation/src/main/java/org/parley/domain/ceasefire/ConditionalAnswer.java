package org.parley.domain.ceasefire;

import org.parley.domain.party.PartyCode;

/**
 * A conditional answer of a party to a ceasefire.
 *
 * @param conditions the conditions on which it would accept
 */
public record ConditionalAnswer(PartyCode party, String conditions) {}
