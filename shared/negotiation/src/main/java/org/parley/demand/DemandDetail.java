package org.parley.demand;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Detail;
import org.parley.party.Parties;

/**
 * What is known of a demand besides its status.
 *
 * @param by who demands
 * @param of of whom
 * @param substance what is demanded
 * @param precondition whether nothing goes on before it is met
 * @param refusedBy who refused since it was last made
 * @param reason why it was refused, conceded or dropped, as last said
 */
public record DemandDetail(
        Parties by,
        Parties of,
        String substance,
        boolean precondition,
        Parties refusedBy,
        @Nullable String reason) implements Detail {

    DemandDetail refused(Parties who, @Nullable String why) {
        return new DemandDetail(by, of, substance, precondition, refusedBy.plus(who), why);
    }

    DemandDetail ended(@Nullable String why) {
        return new DemandDetail(by, of, substance, precondition, refusedBy, why);
    }
}
