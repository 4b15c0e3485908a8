package org.parley.ceasefire;

import org.parley.party.PartyCode;

/**
 * A party's "yes, but" to a ceasefire.
 *
 * @param conditions on which it would accept
 */
public record ConditionalAnswer(PartyCode party, String conditions) {}
