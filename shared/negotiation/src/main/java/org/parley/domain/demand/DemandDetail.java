package org.parley.domain.demand;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of a demand's state: everything besides its status.
 *
 * @param by who demands
 * @param of of whom
 * @param substance what is demanded
 * @param precondition whether it must be met before the talks continue
 * @param deadline until when it is to be met; may lie in the future; null if there is none
 * @param concededBy those whose latest answer since the demand was last made is a concession
 * @param refusedBy those whose latest answer since then is a refusal
 * @param endedBy who dropped it; empty before, or if nobody is named
 * @param reason the latest reason why it was refused, conceded or dropped
 */
public record DemandDetail(
        Parties by,
        Parties of,
        String substance,
        boolean precondition,
        @Nullable Edtf deadline,
        Parties concededBy,
        Parties refusedBy,
        Parties endedBy,
        @Nullable String reason)
        implements MatterDetail {

    boolean isConceded() {
        return concededBy.containsAll(of);
    }

    DemandDetail refused(Parties who, @Nullable String why) {
        return withAnswers(concededBy.minus(who), refusedBy.plus(who), endedBy, why);
    }

    DemandDetail conceded(Parties who, @Nullable String why) {
        return withAnswers(concededBy.plus(who), refusedBy.minus(who), endedBy, why);
    }

    DemandDetail dropped(Parties who, @Nullable String why) {
        return withAnswers(concededBy, refusedBy, who, why);
    }

    private DemandDetail withAnswers(Parties conceding, Parties refusing, Parties dropping, @Nullable String why) {
        return new DemandDetail(by, of, substance, precondition, deadline, conceding, refusing, dropping, why);
    }
}
