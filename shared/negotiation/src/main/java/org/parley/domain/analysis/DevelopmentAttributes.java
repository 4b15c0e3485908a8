package org.parley.domain.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.agreement.AgreementEvent.DeclarationIssued;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.TextAgreed;
import org.parley.domain.agreement.AgreementForm;
import org.parley.domain.agreement.Commitment;
import org.parley.domain.exchange.ExchangeEvent.ExchangeAgreed;
import org.parley.domain.exchange.ExchangeEvent.ExchangeCarriedOut;
import org.parley.domain.exchange.ExchangeEvent.ExchangeProposed;
import org.parley.domain.exchange.Handover;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionOffered;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionWithdrawn;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeProposed;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterState;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingProposed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.question.QuestionEvent.PositionStated;

/**
 * The content of an event that events of several types share. What an event does not say is null.
 *
 * @param place the venue of a meeting, or where an agreement was made
 * @param stance the stance of a stated position
 * @param form the form of a proposed guarantee, or of a signed agreement or declaration
 * @param quantity how much is promised, delivered, offered or handed over
 * @param unit the unit of the quantity, or what is handed over
 */
public record DevelopmentAttributes(
        @Nullable String place,
        @Nullable Enum<?> stance,
        @Nullable Enum<?> form,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {
    private static final DevelopmentAttributes NONE = new DevelopmentAttributes(null, null, null, null, null);

    /**
     * The attributes of an event.
     *
     * @param after the state after it, which knows the unit of a commitment that a delivery does not repeat
     */
    public static DevelopmentAttributes of(Event event, @Nullable MatterState after) {
        return switch (event) {
            case MeetingProposed proposed -> placed(proposed.venue(), null);
            case MeetingScheduled scheduled -> placed(scheduled.venue(), null);
            case MeetingHeld held -> placed(held.venue(), null);
            case TextAgreed agreed -> placed(agreed.place(), null);
            case BilateralAgreementSigned signed -> placed(signed.place(), AgreementForm.BILATERAL);
            case MultilateralAgreementSigned signed -> placed(signed.place(), AgreementForm.MULTILATERAL);
            case DeclarationIssued issued -> placed(issued.place(), AgreementForm.DECLARATION);
            case GuaranteeProposed proposed -> placed(null, proposed.form());
            case PositionStated stated -> new DevelopmentAttributes(null, stated.stance(), null, null, null);
            case CommitmentUndertaken undertaken -> measured(undertaken.quantity(), undertaken.unit());
            case CommitmentDelivered delivered ->
                measured(
                        delivered.quantity(),
                        delivered.quantity() == null || delivered.unit() != null
                                ? delivered.unit()
                                : unitOf(delivered, after));
            case ContributionOffered offered -> measured(offered.quantity(), offered.unit());
            case ContributionWithdrawn withdrawn -> measured(withdrawn.quantity(), withdrawn.unit());
            case ExchangeProposed proposed -> sum(proposed.gives());
            case ExchangeAgreed agreed -> sum(agreed.gives());
            case ExchangeCarriedOut carriedOut -> sum(carriedOut.gives());
            default -> NONE;
        };
    }

    private static DevelopmentAttributes placed(@Nullable String place, @Nullable Enum<?> form) {
        return new DevelopmentAttributes(place, null, form, null, null);
    }

    private static DevelopmentAttributes measured(@Nullable BigDecimal quantity, @Nullable String unit) {
        return new DevelopmentAttributes(null, null, null, quantity, unit);
    }

    private static @Nullable String unitOf(CommitmentDelivered delivered, @Nullable MatterState after) {
        return after != null && after.detail() instanceof AgreementDetail agreement
                ? agreement
                        .commitment(delivered.commitment())
                        .flatMap(DevelopmentAttributes::unit)
                        .orElse(null)
                : null;
    }

    private static Optional<String> unit(Commitment commitment) {
        return Optional.ofNullable(commitment.unit());
    }

    /** What all sides hand over, if it is of one sort and every number is known: otherwise nothing can be added. */
    private static DevelopmentAttributes sum(@Nullable List<Handover> gives) {
        if (gives == null || gives.isEmpty()) {
            return NONE;
        }
        BigDecimal sum = BigDecimal.ZERO;
        String what = gives.getFirst().what();
        for (Handover each : gives) {
            if (each.quantity() == null || !each.what().strip().equalsIgnoreCase(what.strip())) {
                return NONE;
            }
            sum = sum.add(each.quantity());
        }
        return measured(sum, what);
    }
}
