package org.parley.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Latest;
import org.parley.matter.ShortName;
import org.parley.party.Parties;
import org.parley.time.Edtf;

/**
 * What parties committed themselves to, and what of it was delivered.
 *
 * @param what the commitment in words
 * @param quantity how much was promised, in {@code unit}; null when not said
 * @param due when it is due; may lie in the future
 * @param delivered how much was delivered in all, in {@code unit}; null while no delivery gave a number
 * @param deliveredUnit the unit of {@code delivered} where the promise names neither number nor unit; otherwise null
 * @param deliveries the last {@value Latest#MAX} deliveries, in the order of the world
 * @param deliveriesCount how many deliveries were reported
 */
public record Commitment(
        ShortName commitment,
        Parties by,
        String what,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Edtf due,
        @Nullable BigDecimal delivered,
        @Nullable String deliveredUnit,
        List<Delivery> deliveries,
        int deliveriesCount) {

    /** One delivery; without a unit it is in that of the commitment. */
    public record Delivery(
            UUID developmentId,
            @Nullable Edtf occurred,
            @Nullable BigDecimal quantity,
            @Nullable String unit) {}

    /** A commitment of which nothing is delivered yet. */
    static Commitment undertaken(
            ShortName name,
            Parties by,
            String what,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Edtf due) {
        return new Commitment(name, by, what, quantity, unit, due, null, null, List.of(), 0);
    }

    /** Why a delivery cannot be added up with what was promised and delivered; empty when it can. */
    Optional<String> objectionTo(@Nullable String deliveryUnit) {
        String counted = countedIn();
        boolean settled = unit != null || quantity != null || delivered != null;
        if (deliveryUnit == null || !settled || (counted != null && isSame(counted, deliveryUnit))) {
            return Optional.empty();
        }
        return Optional.of("the commitment " + commitment + " is counted "
                + (counted == null ? "without a unit" : "in " + counted) + ", not in " + deliveryUnit);
    }

    /** Units are words: letters may be small or capital, and sentences say that of the promise. */
    private static boolean isSame(String unit, String other) {
        return unit.strip().equalsIgnoreCase(other.strip());
    }

    /** The unit that it is counted in; null where there is none, or none is settled yet. */
    @Nullable String countedIn() {
        return unit == null ? deliveredUnit : unit;
    }

    Commitment delivered(Delivery delivery) {
        BigDecimal more = delivery.quantity();
        boolean settlesUnit = more != null && delivered == null && unit == null && quantity == null;
        return new Commitment(
                commitment,
                by,
                what,
                quantity,
                unit,
                due,
                more == null ? delivered : delivered == null ? more : plain(delivered.add(more)),
                settlesUnit ? delivery.unit() : deliveredUnit,
                Latest.plus(deliveries, delivery),
                deliveriesCount + 1);
    }

    /** As numbers are read: 1, not 1.0 or 1E+1. */
    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal shortest = sum.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
