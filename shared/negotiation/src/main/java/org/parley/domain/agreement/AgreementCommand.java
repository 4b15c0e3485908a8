package org.parley.domain.agreement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The commands of an agreement. Each becomes the event with the same fields. */
public sealed interface AgreementCommand extends Command {

    record OpenAgreementTalks(
            @ActingParty Actors between, @Nullable String subject) implements AgreementCommand {}

    record SignBilateralAgreement(
            @ActingParty Actors between,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place)
            implements AgreementCommand {
        public SignBilateralAgreement {
            int parties = between.parties().size();
            if (parties != 2) {
                throw new InvalidCommandException(
                        "/between",
                        "a bilateral agreement is between exactly two parties, not " + parties,
                        "un acuerdo bilateral es entre exactamente dos partes, no " + parties);
            }
        }
    }

    record SignMultilateralAgreement(
            @ActingParty Actors between,
            @Nullable Boolean complete,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place)
            implements AgreementCommand {
        public SignMultilateralAgreement {
            int parties = between.parties().size();
            if (parties < 3) {
                throw new InvalidCommandException(
                        "/between",
                        "a multilateral agreement is between three or more parties, not " + parties,
                        "un acuerdo multilateral es entre tres partes o más, no " + parties);
            }
        }
    }

    record AccedeToAgreement(@ActingParty Actors by) implements AgreementCommand {}

    record RatifyAgreement(@ActingParty Actors by) implements AgreementCommand {}

    record BringIntoForce(@Nullable String summary) implements AgreementCommand {}

    record AmendAgreement(@Nullable String summary) implements AgreementCommand {}

    record UndertakeCommitment(
            ShortName commitment,
            @ActingParty Actors by,
            String what,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Edtf due)
            implements AgreementCommand {}

    record ReportDelivery(
            ShortName commitment,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements AgreementCommand {}

    record RecordBreach(@ActingParty Actors by, @Nullable Actors allegedBy, String how) implements AgreementCommand {}

    record TerminateAgreement(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements AgreementCommand {}

    record AbandonAgreementTalks(
            @ActingParty @Nullable Actors between,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementCommand {}
}
