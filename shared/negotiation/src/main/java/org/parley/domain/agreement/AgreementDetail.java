package org.parley.domain.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.Commitment.Delivery;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.PersistentList;
import org.parley.domain.matter.ShortName;
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
    static final AgreementDetail BLANK = new AgreementDetail(
            null,
            Parties.NONE,
            true,
            null,
            null,
            null,
            null,
            Parties.NONE,
            Parties.NONE,
            null,
            0,
            List.of(),
            List.of(),
            Parties.NONE,
            null);

    AgreementDetail inTalks(Parties parties, @Nullable String about) {
        return new AgreementDetail(
                null,
                parties,
                true,
                about == null ? subject : about,
                null,
                null,
                null,
                Parties.NONE,
                Parties.NONE,
                null,
                0,
                List.of(),
                List.of(),
                Parties.NONE,
                null);
    }

    AgreementDetail joined(Parties who) {
        return parties(between.plus(who), ratifiedBy, accededBy.plus(who));
    }

    AgreementDetail ratified(Parties who) {
        return parties(between, ratifiedBy.plus(who), accededBy);
    }

    private AgreementDetail parties(Parties all, Parties ratifying, Parties acceding) {
        return new AgreementDetail(
                form,
                all,
                complete,
                subject,
                legalNature,
                place,
                signed,
                ratifying,
                acceding,
                inForceSince,
                amendments,
                breaches,
                commitments,
                endedBy,
                reason);
    }

    AgreementDetail inForce(@Nullable Edtf since) {
        return lasting(since, amendments, endedBy, reason);
    }

    AgreementDetail amended() {
        return lasting(inForceSince, amendments + 1, endedBy, reason);
    }

    AgreementDetail ended(Parties who, @Nullable String why) {
        return lasting(inForceSince, amendments, who, why);
    }

    private AgreementDetail lasting(@Nullable Edtf since, int changes, Parties ending, @Nullable String why) {
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
                since,
                changes,
                breaches,
                commitments,
                ending,
                why);
    }

    AgreementDetail breached(Breach breach) {
        return kept(PersistentList.append(breaches, breach), commitments);
    }

    /** The commitment with this name; empty if there is none. */
    public Optional<Commitment> commitment(ShortName name) {
        return commitments.stream()
                .filter(known -> known.commitment().equals(name))
                .findFirst();
    }

    AgreementDetail undertaken(Commitment next) {
        return kept(breaches, PersistentList.append(commitments, next));
    }

    AgreementDetail delivered(ShortName name, Delivery delivery) {
        List<Commitment> all = new ArrayList<>(commitments);
        all.replaceAll(known -> known.commitment().equals(name) ? known.delivered(delivery) : known);
        return kept(breaches, List.copyOf(all));
    }

    private AgreementDetail kept(List<Breach> broken, List<Commitment> undertaken) {
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
                broken,
                undertaken,
                endedBy,
                reason);
    }
}
