package org.parley.domain.agreement;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;

/**
 * What every event that may begin an agreement may tell besides: the agreement that it is part of, mediators and
 * witnesses.
 */
record AgreementSetting(
        Parties via, Parties witnessedBy, @Nullable ShortName partOf) {

    static AgreementSetting of(@Nullable Actors via, @Nullable Actors witnessedBy, @Nullable ShortName partOf) {
        return new AgreementSetting(Parties.of(via), Parties.of(witnessedBy), partOf);
    }

    void addTo(AgreementDetailBuilder agreement) {
        agreement.via = agreement.via.plus(via);
        agreement.witnessedBy = agreement.witnessedBy.plus(witnessedBy);
        agreement.partOf = partOf == null ? agreement.partOf : partOf;
    }
}
