package org.parley.matter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Quantities in sentences, and the bound on their digits that keeps them exact as IEEE 754 doubles. */
public final class Quantity {
    /** The greatest number of significant decimal digits of a quantity. */
    public static final int DIGITS_MAX = 15;

    private Quantity() {}

    /** A quantity of a thing; only the thing if the quantity is null. */
    public static String of(@Nullable BigDecimal quantity, @Nullable String unit, String thing) {
        if (quantity == null) {
            return thing;
        }
        String number = quantity.stripTrailingZeros().toPlainString();
        return unit == null ? number + " " + thing : number + " " + unit + " (" + thing + ")";
    }
}
