package org.parley.domain.agreement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/**
 * The commands of an agreement. Each becomes the event with the same fields. Those that may begin an agreement name the
 * agreement that it is part of, the mediators ({@code via}) and the witnesses.
 */
public sealed interface AgreementCommand extends Command {

    record OpenAgreementTalks(
            @ActingParty Actors between,
            @Nullable String subject,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable ShortName partOf)
            implements AgreementCommand {}

    record TableDraft(
            @ActingParty @Nullable Actors by,
            String version,
            @Nullable String summary,
            @Nullable Boolean leaked,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable ShortName partOf)
            implements AgreementCommand {}

    record RejectDraft(
            @ActingParty Actors by,
            @Nullable String version,
            @Nullable String reason) implements AgreementCommand {}

    record AgreePoint(
            ShortName point,
            @ActingParty Actors between,
            String summary,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable ShortName partOf)
            implements AgreementCommand {}

    record AgreeText(
            @ActingParty Actors between,
            @Nullable Boolean complete,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @Nullable ShortName partOf)
            implements AgreementCommand {}

    record SignBilateralAgreement(
            @ActingParty Actors between,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @Nullable ShortName partOf)
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
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @Nullable ShortName partOf)
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

    record IssueDeclaration(
            @ActingParty Actors by,
            @Nullable Actors to,
            @Nullable Boolean complete,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @Nullable ShortName partOf)
            implements AgreementCommand {}

    record AccedeToAgreement(@ActingParty Actors by) implements AgreementCommand {}

    record EnterReservation(@ActingParty Actors by, String text) implements AgreementCommand {}

    record RatifyAgreement(
            @ActingParty Actors by,
            @ActingParty @Nullable PartyCode body,
            @Nullable ShortName vote) implements AgreementCommand {}

    record RefuseRatification(
            @ActingParty Actors by,
            @ActingParty @Nullable PartyCode body,
            @Nullable String reason,
            @Nullable ShortName vote)
            implements AgreementCommand {}

    record ApplyProvisionally(
            @ActingParty @Nullable Actors by, @Nullable String summary) implements AgreementCommand {}

    record BringIntoForce(
            @Nullable String summary, @Nullable Edtf until) implements AgreementCommand {}

    record ExtendAgreement(
            Edtf until, @ActingParty @Nullable Actors by) implements AgreementCommand {}

    record AmendAgreement(@Nullable String summary) implements AgreementCommand {}

    record GiveNotice(
            @ActingParty Actors by,
            @Nullable Edtf ends,
            @Nullable String reason) implements AgreementCommand {}

    record SetDeadline(
            Edtf deadline,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementCommand {}

    record LeaveAgreement(@ActingParty Actors by, @Nullable String reason) implements AgreementCommand {}

    record SuspendParticipation(
            @ActingParty Actors by, @Nullable String reason) implements AgreementCommand {}

    record ResumeParticipation(
            @ActingParty Actors by, @Nullable String reason) implements AgreementCommand {}

    record UndertakeCommitment(
            ShortName commitment,
            @ActingParty Actors by,
            @Nullable Actors to,
            String what,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Edtf due,
            @Nullable String condition,
            @Nullable String phase)
            implements AgreementCommand {}

    record ReportDelivery(
            ShortName commitment,
            @ActingParty @Nullable Actors by,
            @Nullable BigDecimal quantity,
            @Nullable String unit)
            implements AgreementCommand {}

    record VerifyCommitment(
            ShortName commitment,
            @ActingParty Actors by,
            VerificationFinding finding,
            @Nullable String summary) implements AgreementCommand {}

    record SuspendCommitment(
            ShortName commitment,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementCommand {}

    record ResumeCommitment(
            ShortName commitment,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementCommand {}

    record RecordBreach(
            @ActingParty Actors by,
            @Nullable Actors allegedBy,
            String how,
            @Nullable ShortName commitment) implements AgreementCommand {}

    record LetAgreementExpire(@Nullable String reason) implements AgreementCommand {}

    record TerminateAgreement(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements AgreementCommand {}

    record AbandonAgreementTalks(
            @ActingParty @Nullable Actors between,
            @ActingParty @Nullable Actors by,
            @Nullable String reason,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable ShortName partOf)
            implements AgreementCommand {}
}
