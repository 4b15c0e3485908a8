package org.parley.party;

import org.jspecify.annotations.Nullable;

/**
 * A party as it was admitted to a negotiation.
 *
 * @param name how it is called in a sentence, such as {@code the United States}
 * @param withdrawn whether it has left the negotiation since
 */
public record Party(
        PartyCode code,
        String name,
        PartyKind kind,
        @Nullable PartyRole role,
        boolean withdrawn) {}
