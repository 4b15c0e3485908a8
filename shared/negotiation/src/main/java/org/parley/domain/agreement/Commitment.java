package org.parley.domain.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/**
 * A commitment of parties, with its deliveries and verifications.
 *
 * @param to whom it is owed; empty if nobody is named
 * @param what the commitment in words
 * @param quantity the promised quantity, in {@code unit}; null if unknown
 * @param due when it is due; may lie in the future
 * @param condition the condition on which it depends; null if there is none
 * @param phase the phase of the agreement that it belongs to; null if none is named
 * @param delivered the total delivered, in {@code unit}; null while no delivery had a quantity
 * @param deliveredUnit the unit of {@code delivered} if the commitment has neither quantity nor unit; otherwise null
 * @param deliveries the last {@value RecentItems#MAX} deliveries, in valid-time order
 * @param deliveriesCount the number of reported deliveries
 * @param verified the last {@value RecentItems#MAX} verifications, in valid-time order
 * @param suspended whether it is suspended
 */
public record Commitment(
        ShortName commitment,
        Parties by,
        Parties to,
        String what,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Edtf due,
        @Nullable String condition,
        @Nullable String phase,
        @Nullable BigDecimal delivered,
        @Nullable String deliveredUnit,
        List<Delivery> deliveries,
        int deliveriesCount,
        List<Verification> verified,
        boolean suspended) {

    /**
     * A delivery. Without a unit it is in the unit of the commitment.
     *
     * @param by who delivered; empty if nobody is named
     */
    public record Delivery(
            UUID developmentId,
            @Nullable Edtf occurred,
            Parties by,
            @Nullable BigDecimal quantity,
            @Nullable String unit) {}

    /** A check of whether the commitment is kept. */
    public record Verification(
            UUID developmentId,
            @Nullable Edtf occurred,
            Parties by,
            VerificationFinding finding,
            @Nullable String summary) {}

    /** A commitment without deliveries. */
    static Commitment of(CommitmentUndertaken undertaken) {
        return new Commitment(
                undertaken.commitment(),
                Parties.of(undertaken.by()),
                Parties.of(undertaken.to()),
                undertaken.what(),
                undertaken.quantity(),
                undertaken.unit(),
                undertaken.due(),
                undertaken.condition(),
                undertaken.phase(),
                null,
                null,
                List.of(),
                0,
                List.of(),
                false);
    }

    /** Why a delivery in this unit cannot be added to the total, as a clause; empty if it can. */
    Optional<Objection> objectionTo(@Nullable String deliveryUnit, SentenceNames names) {
        String counted = countingUnit();
        boolean hasUnitDecided = unit != null || quantity != null || delivered != null;
        if (deliveryUnit == null || !hasUnitDecided || (counted != null && isSame(counted, deliveryUnit))) {
            return Optional.empty();
        }
        return Optional.of(names.objection(
                "the commitment " + commitment + " is counted " + (counted == null ? "without a unit" : "in " + counted)
                        + ", not in " + deliveryUnit,
                "el compromiso «" + commitment + "» se cuenta " + (counted == null ? "sin unidad" : "en " + counted)
                        + ", no en " + deliveryUnit));
    }

    /** Compares units without case, because sentences use the unit of the promise. */
    private static boolean isSame(String unit, String other) {
        return unit.strip().equalsIgnoreCase(other.strip());
    }

    /** The unit of the total; null if there is none or it is not determined yet. */
    @Nullable String countingUnit() {
        return unit == null ? deliveredUnit : unit;
    }

    Commitment delivered(Delivery delivery) {
        BigDecimal more = delivery.quantity();
        boolean settlesUnit = more != null && delivered == null && unit == null && quantity == null;
        return new Commitment(
                commitment,
                by,
                to,
                what,
                quantity,
                unit,
                due,
                condition,
                phase,
                more == null ? delivered : delivered == null ? more : plain(delivered.add(more)),
                settlesUnit ? delivery.unit() : deliveredUnit,
                RecentItems.append(deliveries, delivery),
                deliveriesCount + 1,
                verified,
                suspended);
    }

    Commitment verified(Verification verification) {
        return with(RecentItems.append(verified, verification), suspended);
    }

    Commitment suspended(boolean isSuspended) {
        return with(verified, isSuspended);
    }

    private Commitment with(List<Verification> verifications, boolean isSuspended) {
        return new Commitment(
                commitment,
                by,
                to,
                what,
                quantity,
                unit,
                due,
                condition,
                phase,
                delivered,
                deliveredUnit,
                deliveries,
                deliveriesCount,
                verifications,
                isSuspended);
    }

    /** Without trailing zeros and exponent: 1, not 1.0; 10, not 1E+1. */
    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal shortest = sum.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
