package org.parley.domain.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.agreement.Commitment.Delivery;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.PersistentList;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of an agreement's state: everything besides its status.
 *
 * @param form bilateral or multilateral; null before the signature
 * @param between the parties to it, those who acceded included
 * @param complete whether {@code between} names all of them
 * @param signed when it was signed; null before
 * @param ratifiedBy the parties that ratified it
 * @param accededBy the parties that acceded after the signing
 * @param inForceSince when it entered into force; null before
 * @param amendments the number of amendments
 * @param endedBy who terminated it or abandoned the talks; empty before, or if nobody is named
 * @param reason why the talks or the agreement ended
 */
public record AgreementDetail(
        @Nullable AgreementForm form,
        Parties between,
        boolean complete,
        @Nullable String subject,
        @Nullable LegalNature legalNature,
        @Nullable String place,
        @Nullable Edtf signed,
        Parties ratifiedBy,
        Parties accededBy,
        @Nullable Edtf inForceSince,
        int amendments,
        List<Breach> breaches,
        List<Commitment> commitments,
        Parties endedBy,
        @Nullable String reason)
        implements MatterDetail {
    static final AgreementDetail BLANK = new AgreementDetailBuilder().build();

    /** The detail after talks began, of which earlier talks leave no more than the subject. */
    AgreementDetail inTalks(Parties parties, @Nullable String about) {
        AgreementDetailBuilder next = new AgreementDetailBuilder();
        next.between = parties;
        next.subject = about == null ? subject : about;
        return next.build();
    }

    /** The detail after a signature, of which the talks leave no more than the subject. */
    AgreementDetail signed(BilateralAgreementSigned signature, @Nullable Edtf occurred) {
        AgreementDetailBuilder next = signed(signature.between(), signature.subject(), occurred);
        next.form = AgreementForm.BILATERAL;
        next.legalNature = signature.legalNature();
        next.place = signature.place();
        return next.build();
    }

    /** The same for several parties. */
    AgreementDetail signed(MultilateralAgreementSigned signature, @Nullable Edtf occurred) {
        AgreementDetailBuilder next = signed(signature.between(), signature.subject(), occurred);
        next.form = AgreementForm.MULTILATERAL;
        next.complete = signature.complete();
        next.legalNature = signature.legalNature();
        next.place = signature.place();
        return next.build();
    }

    private AgreementDetailBuilder signed(Actors parties, @Nullable String about, @Nullable Edtf occurred) {
        AgreementDetailBuilder next = new AgreementDetailBuilder();
        next.between = Parties.of(parties);
        next.subject = about == null ? subject : about;
        next.signed = occurred;
        return next;
    }

    AgreementDetail joined(Parties who) {
        AgreementDetailBuilder next = copy();
        next.between = between.plus(who);
        next.accededBy = accededBy.plus(who);
        return next.build();
    }

    AgreementDetail ratified(Parties who) {
        AgreementDetailBuilder next = copy();
        next.ratifiedBy = ratifiedBy.plus(who);
        return next.build();
    }

    AgreementDetail inForce(@Nullable Edtf since) {
        AgreementDetailBuilder next = copy();
        next.inForceSince = since;
        return next.build();
    }

    AgreementDetail amended() {
        AgreementDetailBuilder next = copy();
        next.amendments = amendments + 1;
        return next.build();
    }

    AgreementDetail ended(Parties who, @Nullable String why) {
        AgreementDetailBuilder next = copy();
        next.endedBy = who;
        next.reason = why;
        return next.build();
    }

    AgreementDetail breached(Breach breach) {
        AgreementDetailBuilder next = copy();
        next.breaches = PersistentList.append(breaches, breach);
        return next.build();
    }

    /** The commitment with this name; empty if there is none. */
    public Optional<Commitment> commitment(ShortName name) {
        return commitments.stream()
                .filter(known -> known.commitment().equals(name))
                .findFirst();
    }

    AgreementDetail undertaken(Commitment added) {
        AgreementDetailBuilder next = copy();
        next.commitments = PersistentList.append(commitments, added);
        return next.build();
    }

    AgreementDetail delivered(ShortName name, Delivery delivery) {
        List<Commitment> all = new ArrayList<>(commitments);
        all.replaceAll(known -> known.commitment().equals(name) ? known.delivered(delivery) : known);
        AgreementDetailBuilder next = copy();
        next.commitments = List.copyOf(all);
        return next.build();
    }

    private AgreementDetailBuilder copy() {
        AgreementDetailBuilder copy = new AgreementDetailBuilder();
        copy.form = form;
        copy.between = between;
        copy.complete = complete;
        copy.subject = subject;
        copy.legalNature = legalNature;
        copy.place = place;
        copy.signed = signed;
        copy.ratifiedBy = ratifiedBy;
        copy.accededBy = accededBy;
        copy.inForceSince = inForceSince;
        copy.amendments = amendments;
        copy.breaches = breaches;
        copy.commitments = commitments;
        copy.endedBy = endedBy;
        copy.reason = reason;
        return copy;
    }

    /** The components of an agreement's detail by name: everything is empty unless set. */
    static final class AgreementDetailBuilder {
        @Nullable AgreementForm form;

        Parties between = Parties.NONE;
        boolean complete = true;

        @Nullable String subject;

        @Nullable LegalNature legalNature;

        @Nullable String place;

        @Nullable Edtf signed;

        Parties ratifiedBy = Parties.NONE;
        Parties accededBy = Parties.NONE;

        @Nullable Edtf inForceSince;

        int amendments;
        List<Breach> breaches = List.of();
        List<Commitment> commitments = List.of();
        Parties endedBy = Parties.NONE;

        @Nullable String reason;

        AgreementDetail build() {
            return new AgreementDetail(
                    form,
                    between,
                    complete,
                    subject,
                    legalNature,
                    place,
                    signed,
                    ratifiedBy,
                    accededBy,
                    inForceSince,
                    amendments,
                    breaches,
                    commitments,
                    endedBy,
                    reason);
        }
    }
}
