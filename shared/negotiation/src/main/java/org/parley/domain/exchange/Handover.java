package org.parley.domain.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.party.PartyCode;

/**
 * What one party hands over in an exchange.
 *
 * @param party who hands it over
 * @param what the people or things: {@code prisoners of war}
 * @param quantity how many; null if unknown
 * @param atLeast true if there may be more; null if the quantity is exact
 */
public record Handover(
        PartyCode party,
        String what,
        @Nullable BigDecimal quantity,
        @Nullable Boolean atLeast) {
    public Handover {
        atLeast = Boolean.TRUE.equals(atLeast) ? true : null;
    }

    /** Adds up the quantities of the same party and thing; each is listed once, in the order of their first mention. */
    static List<Handover> sum(List<Handover> before, List<Handover> more) {
        List<Handover> sums = new ArrayList<>(before);
        for (Handover next : more) {
            int index = 0;
            while (index < sums.size() && !sums.get(index).isOfSame(next)) {
                index++;
            }
            if (index < sums.size()) {
                sums.set(index, sums.get(index).plus(next));
            } else {
                sums.add(next);
            }
        }
        return List.copyOf(sums);
    }

    /** Compares things without case and outer spaces. */
    private boolean isOfSame(Handover other) {
        return party.equals(other.party) && what.strip().equalsIgnoreCase(other.what.strip());
    }

    /** The sum; with an unknown quantity it is at least what is known. */
    private Handover plus(Handover more) {
        boolean open = atLeast != null || more.atLeast != null;
        if (quantity == null || more.quantity == null) {
            BigDecimal known = quantity == null ? more.quantity : quantity;
            return new Handover(party, what, known, open || known != null);
        }
        return new Handover(party, what, plain(quantity.add(more.quantity)), open);
    }

    /** Without trailing zeros and exponent: 1, not 1.0; 10, not 1E+1. */
    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal shortest = sum.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
