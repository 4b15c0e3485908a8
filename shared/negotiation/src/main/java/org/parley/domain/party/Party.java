package org.parley.domain.party;

import org.jspecify.annotations.Nullable;

/**
 * A party of a negotiation, as described by its admission.
 *
 * @param name the name in a sentence, such as {@code the United States}
 * @param partOf the party that it belongs to, such as the state of a parliament; null if there is none
 * @param succeeds the parties that it continues or split from
 * @param standing whether it takes part in the negotiation
 */
public record Party(
        PartyCode code,
        String name,
        PartyKind kind,
        @Nullable PartyRole role,
        @Nullable PartyCode partOf,
        Parties succeeds,
        PartyStanding standing) {

    /** A party without role and relations, which is present. */
    public Party(PartyCode code, String name, PartyKind kind) {
        this(code, name, kind, null, null, Parties.NONE, PartyStanding.PRESENT);
    }

    /** The same party with another standing. */
    public Party with(PartyStanding other) {
        return new Party(code, name, kind, role, partOf, succeeds, other);
    }
}
