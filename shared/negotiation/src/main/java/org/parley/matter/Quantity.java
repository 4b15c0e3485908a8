package org.parley.matter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Quantities in sentences, and the bound that keeps them exact in every reader's numbers. */
public final class Quantity {
    /** The most significant decimal digits of a quantity: all survive an IEEE 754 double. */
    public static final int DIGITS_MAX = 15;

    private Quantity() {}

    /** {@code 20 pieces of artillery}, or just the thing when no quantity is known. */
    public static String of(@Nullable BigDecimal quantity, @Nullable String unit, String thing) {
        if (quantity == null) {
            return thing;
        }
        String number = quantity.stripTrailingZeros().toPlainString();
        return unit == null ? number + " " + thing : number + " " + unit + " (" + thing + ")";
    }
}
