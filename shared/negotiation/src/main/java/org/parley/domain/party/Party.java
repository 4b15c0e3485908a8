package org.parley.domain.party;

import org.jspecify.annotations.Nullable;

/**
 * A party of a negotiation, as described by its admission.
 *
 * @param name the name in a sentence, such as {@code the United States}
 * @param withdrawn whether it has withdrawn from the negotiation
 */
public record Party(
        PartyCode code,
        String name,
        PartyKind kind,
        @Nullable PartyRole role,
        boolean withdrawn) {}
