package org.parley.domain.agreement;

import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.DeclarationIssued;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.TextAgreed;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/** What an agreed text, a signature and a declaration have in common. */
record AgreementText(
        @Nullable AgreementForm form,
        Parties parties,
        boolean complete,
        @Nullable String subject,
        @Nullable LegalNature legalNature,
        @Nullable String place,
        @Nullable Edtf until,
        AgreementSetting setting) {

    static AgreementText of(TextAgreed text) {
        Parties parties = Parties.of(text.between());
        return new AgreementText(
                form(parties, text.complete()),
                parties,
                text.complete(),
                text.subject(),
                text.legalNature(),
                text.place(),
                text.until(),
                AgreementSetting.of(text.via(), text.witnessedBy(), text.partOf()));
    }

    /** The form by the number of parties; null where it is open because not all of them are known. */
    private static @Nullable AgreementForm form(Parties parties, boolean complete) {
        if (parties.size() > 2) {
            return AgreementForm.MULTILATERAL;
        }
        return complete && parties.size() == 2 ? AgreementForm.BILATERAL : null;
    }

    static AgreementText of(BilateralAgreementSigned signature) {
        return new AgreementText(
                AgreementForm.BILATERAL,
                Parties.of(signature.between()),
                true,
                signature.subject(),
                signature.legalNature(),
                signature.place(),
                signature.until(),
                AgreementSetting.of(signature.via(), signature.witnessedBy(), signature.partOf()));
    }

    static AgreementText of(MultilateralAgreementSigned signature) {
        return new AgreementText(
                AgreementForm.MULTILATERAL,
                Parties.of(signature.between()),
                signature.complete(),
                signature.subject(),
                signature.legalNature(),
                signature.place(),
                signature.until(),
                AgreementSetting.of(signature.via(), signature.witnessedBy(), signature.partOf()));
    }

    static AgreementText of(DeclarationIssued declaration) {
        return new AgreementText(
                AgreementForm.DECLARATION,
                Parties.of(declaration.by()),
                declaration.complete(),
                declaration.subject(),
                declaration.legalNature(),
                declaration.place(),
                declaration.until(),
                AgreementSetting.of(declaration.via(), declaration.witnessedBy(), declaration.partOf()));
    }
}
