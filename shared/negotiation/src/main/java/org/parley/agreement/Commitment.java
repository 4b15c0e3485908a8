package org.parley.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Latest;
import org.parley.matter.ShortName;
import org.parley.party.Parties;
import org.parley.time.Edtf;

/**
 * What parties committed themselves to, and what of it was delivered.
 *
 * @param what the commitment in words; null while only deliveries are known of it
 * @param quantity how much was promised, in {@code unit}; null when not said
 * @param due when it is due; may lie in the future
 * @param deliveries the last {@value Latest#MAX} deliveries, in the order of the world
 * @param deliveriesCount how many deliveries were reported
 */
public record Commitment(
        ShortName commitment,
        Parties by,
        @Nullable String what,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Edtf due,
        List<Delivery> deliveries,
        int deliveriesCount) {

    /** One delivery; the quantity is in its own unit. */
    public record Delivery(
            UUID developmentId,
            @Nullable Edtf occurred,
            @Nullable BigDecimal quantity,
            @Nullable String unit) {}

    static Commitment unknown(ShortName name) {
        return new Commitment(name, Parties.NONE, null, null, null, null, List.of(), 0);
    }

    Commitment delivered(Delivery delivery) {
        return new Commitment(
                commitment, by, what, quantity, unit, due, Latest.plus(deliveries, delivery), deliveriesCount + 1);
    }
}
