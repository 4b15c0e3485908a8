package org.parley.domain.guarantee;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * A contribution that parties offer to a guarantee.
 *
 * @param developmentId the development of the offer
 * @param occurred when it was made
 * @param means what is offered
 * @param quantity the quantity, in {@code unit}; null if unknown
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
