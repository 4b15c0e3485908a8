package org.parley.guarantee;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.party.Parties;
import org.parley.time.Edtf;

/**
 * Means that parties offer for a guarantee.
 *
 * @param developmentId the offer
 * @param occurred when it was made
 * @param means what is offered
 * @param quantity how much, in {@code unit}; null when not said
 */
public record Contribution(
        UUID developmentId,
        @Nullable Edtf occurred,
        Parties by,
        String means,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {

    Contribution without(Parties leaving) {
        return new Contribution(developmentId, occurred, by.minus(leaving), means, quantity, unit);
    }
}
