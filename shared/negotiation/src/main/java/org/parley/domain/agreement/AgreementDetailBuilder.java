package org.parley.domain.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementDetail.Notice;
import org.parley.domain.agreement.AgreementDetail.Reservation;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/** The components of an agreement's detail by name: everything is empty unless set. */
final class AgreementDetailBuilder {
    @Nullable AgreementForm form;

    Parties between = Parties.NONE;
    boolean complete = true;
    Parties to = Parties.NONE;

    @Nullable String subject;

    @Nullable LegalNature legalNature;

    @Nullable String place;

    Parties via = Parties.NONE;
    Parties witnessedBy = Parties.NONE;

    @Nullable ShortName partOf;

    List<Draft> drafts = List.of();
    List<AgreedPoint> points = List.of();

    @Nullable Edtf deadline;

    @Nullable Edtf agreed;

    @Nullable Edtf signed;

    List<RatificationVote> ratifiedBy = List.of();
    List<RatificationVote> refusedBy = List.of();
    Parties accededBy = Parties.NONE;
    Parties leftBy = Parties.NONE;
    Parties suspendedBy = Parties.NONE;
    List<Reservation> reservations = List.of();

    @Nullable Edtf appliedSince;

    @Nullable Edtf inForceSince;

    @Nullable Edtf until;

    List<Notice> notices = List.of();
    int amendments;
    List<Breach> breaches = List.of();
    List<Commitment> commitments = List.of();

    @Nullable Edtf ended;

    Parties endedBy = Parties.NONE;

    @Nullable String reason;

    AgreementDetail build() {
        return new AgreementDetail(
                form,
                between,
                complete,
                to,
                subject,
                legalNature,
                place,
                via,
                witnessedBy,
                partOf,
                drafts,
                points,
                deadline,
                agreed,
                signed,
                ratifiedBy,
                refusedBy,
                accededBy,
                leftBy,
                suspendedBy,
                reservations,
                appliedSince,
                inForceSince,
                until,
                notices,
                amendments,
                breaches,
                commitments,
                ended,
                endedBy,
                reason);
    }
}
