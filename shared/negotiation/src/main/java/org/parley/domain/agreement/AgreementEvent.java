package org.parley.domain.agreement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The events of an agreement. */
public sealed interface AgreementEvent extends Event {

    /** Parties begin to negotiate an agreement. */
    record AgreementTalksOpened(
            @ActingParty Actors between, @Nullable String subject) implements AgreementEvent {}

    /** Exactly two parties sign. */
    record BilateralAgreementSigned(
            @ActingParty Actors between,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place)
            implements AgreementEvent {}

    /** Three or more parties sign; {@code complete} tells whether those named are all of them. */
    record MultilateralAgreementSigned(
            @ActingParty Actors between,
            boolean complete,
            @Nullable String subject,
            @Nullable LegalNature legalNature,
            @Nullable String place)
            implements AgreementEvent {}

    /** A party joins after the signing. */
    record AgreementAccededTo(@ActingParty Actors by) implements AgreementEvent {}

    /** A party ratifies. */
    record AgreementRatified(@ActingParty Actors by) implements AgreementEvent {}

    /** The agreement enters into force. */
    record AgreementEnteredIntoForce(@Nullable String summary) implements AgreementEvent {}

    /** The agreement is changed. */
    record AgreementAmended(@Nullable String summary) implements AgreementEvent {}

    /** Parties undertake a commitment. */
    record CommitmentUndertaken(
            ShortName commitment,
            @ActingParty Actors by,
            String what,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Edtf due)
            implements AgreementEvent {}

    /** A delivery on a commitment is reported. */
    record CommitmentDelivered(
            ShortName commitment,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements AgreementEvent {}

    /** A party breaches it, or is accused of that. */
    record AgreementBreached(
            @ActingParty Actors by, @Nullable Actors allegedBy, String how) implements AgreementEvent {}

    /** The agreement ends. */
    record AgreementTerminated(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements AgreementEvent {}

    /** The talks end without a signature. */
    record AgreementTalksAbandoned(
            @ActingParty @Nullable Actors between,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements AgreementEvent {}
}
