package org.parley.domain.agreement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.ShortName;
import org.parley.domain.matter.SlugOf;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/** The events of an agreement. */
public sealed interface AgreementEvent extends Event {

    /** Parties begin to negotiate an agreement. */
    record AgreementTalksOpened(
            @ActingParty Actors between,
            @Nullable String subject,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}

    /** A draft is tabled, or becomes known through a leak. */
    record DraftTabled(
            @ActingParty @Nullable Actors by,
            String version,
            @Nullable String summary,
            boolean leaked,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}

    /** A party rejects a draft: the version named, or else the last one. */
    record DraftRejected(
            @ActingParty Actors by,
            @Nullable String version,
            @Nullable String reason) implements AgreementEvent {}

    /** Parties settle a point while the whole is still open. */
    record PointAgreed(
            ShortName point,
            @ActingParty Actors between,
            String summary,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}

    /** The text is settled but not signed; {@code complete} tells whether those named are all its parties. */
    record TextAgreed(
            @ActingParty Actors between,
            boolean complete,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}

    /** Exactly two parties sign. */
    record BilateralAgreementSigned(
            @ActingParty Actors between,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}

    /** Three or more parties sign; {@code complete} tells whether those named are all of them. */
    record MultilateralAgreementSigned(
            @ActingParty Actors between,
            boolean complete,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}

    /** One or several parties bind themselves; {@code complete} tells whether those named are all its authors. */
    record DeclarationIssued(
            @ActingParty Actors by,
            @Nullable Actors to,
            boolean complete,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @Nullable Edtf until,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}

    /** Another party joins. */
    record AgreementAccededTo(@ActingParty Actors by) implements AgreementEvent {}

    /** A party enters a reservation. */
    record ReservationEntered(@ActingParty Actors by, String text) implements AgreementEvent {}

    /**
     * A party ratifies.
     *
     * @param body the party's body that does so, such as its parliament
     * @param vote the slug of the vote that it rests on
     * @param onBehalfOf for each of {@code by}, the party that it belonged to if it was a body of one, otherwise itself,
     *     as known when the event was recorded; null if none was a body of a party
     */
    record AgreementRatified(
            @ActingParty Actors by,
            @ActingParty @Nullable PartyCode body,
            @SlugOf(MatterKind.VOTE) @Nullable ShortName vote,
            @Nullable Actors onBehalfOf)
            implements AgreementEvent {
        /** The same event with these parties for which its bodies act. */
        public AgreementRatified onBehalfOf(@Nullable Actors parties) {
            return new AgreementRatified(by, body, vote, parties);
        }
    }

    /** A party refuses to ratify. The fields are those of {@link AgreementRatified}. */
    record RatificationRefused(
            @ActingParty Actors by,
            @ActingParty @Nullable PartyCode body,
            @Nullable String reason,
            @SlugOf(MatterKind.VOTE) @Nullable ShortName vote,
            @Nullable Actors onBehalfOf)
            implements AgreementEvent {
        /** The same event with these parties for which its bodies act. */
        public RatificationRefused onBehalfOf(@Nullable Actors parties) {
            return new RatificationRefused(by, body, reason, vote, parties);
        }
    }

    /** It applies before it is in force. */
    record AgreementProvisionallyApplied(
            @ActingParty @Nullable Actors by, @Nullable String summary) implements AgreementEvent {}

    /** The agreement enters into force. */
    record AgreementEnteredIntoForce(
            @Nullable String summary, @Nullable Edtf until) implements AgreementEvent {}

    /** Its term becomes longer. */
    record AgreementExtended(
            Edtf until, @ActingParty @Nullable Actors by) implements AgreementEvent {}

    /** The agreement is changed. */
    record AgreementAmended(@Nullable String summary) implements AgreementEvent {}

    /** A party gives notice that it will not renew, or will leave or end the agreement. */
    record NoticeGiven(
            @ActingParty Actors by,
            @Nullable Edtf ends,
            @Nullable String reason) implements AgreementEvent {}

    /** The parties set a date by which the talks are to be finished. */
    record DeadlineSet(
            Edtf deadline,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementEvent {}

    /** A party leaves; the others remain. */
    record AgreementLeft(@ActingParty Actors by, @Nullable String reason) implements AgreementEvent {}

    /** A party suspends its participation. */
    record ParticipationSuspended(
            @ActingParty Actors by, @Nullable String reason) implements AgreementEvent {}

    /** A party resumes its participation. */
    record ParticipationResumed(
            @ActingParty Actors by, @Nullable String reason) implements AgreementEvent {}

    /** Parties undertake a commitment. */
    record CommitmentUndertaken(
            ShortName commitment,
            @ActingParty Actors by,
            @Nullable Actors to,
            String what,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Edtf due,
            @Nullable String condition,
            @Nullable String phase)
            implements AgreementEvent {}

    /** A delivery on a commitment is reported. */
    record CommitmentDelivered(
            ShortName commitment,
            @ActingParty @Nullable Actors by,
            @Nullable BigDecimal quantity,
            @Nullable String unit)
            implements AgreementEvent {}

    /** A party or a monitor checks whether a commitment is kept. */
    record CommitmentVerified(
            ShortName commitment,
            @ActingParty Actors by,
            VerificationFinding finding,
            @Nullable String summary) implements AgreementEvent {}

    /** A commitment is suspended. */
    record CommitmentSuspended(
            ShortName commitment,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementEvent {}

    /** A suspended commitment applies again. */
    record CommitmentResumed(
            ShortName commitment,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementEvent {}

    /** A party breaches it, or is accused of that. */
    record AgreementBreached(
            @ActingParty Actors by,
            @Nullable Actors allegedBy,
            String how,
            @Nullable ShortName commitment) implements AgreementEvent {}

    /** Its term ends. */
    record AgreementExpired(@Nullable String reason) implements AgreementEvent {}

    /** The agreement ends. */
    record AgreementTerminated(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements AgreementEvent {}

    /** The talks end without a signature. */
    record AgreementTalksAbandoned(
            @ActingParty @Nullable Actors between,
            @ActingParty @Nullable Actors by,
            @Nullable String reason,
            @ActingParty @Nullable Actors via,
            @ActingParty @Nullable Actors witnessedBy,
            @SlugOf(MatterKind.AGREEMENT) @Nullable ShortName partOf)
            implements AgreementEvent {}
}
