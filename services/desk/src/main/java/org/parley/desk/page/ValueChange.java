package org.parley.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field before and after a change. If they differ, those of a list are only the ones that were lost or
 * gained, so that the difference can be seen in a long list.
 *
 * @param before null for no value
 * @param after null for no value
 */
public record ValueChange(@Nullable String before, @Nullable String after) {

    /** The change between two lists of values; a field with one value has a list of one. */
    public static ValueChange of(List<String> before, List<String> after) {
        List<String> lost =
                before.stream().filter(value -> !after.contains(value)).toList();
        List<String> gained =
                after.stream().filter(value -> !before.contains(value)).toList();
        // Equal, or in another order.
        boolean isWhole = lost.isEmpty() && gained.isEmpty();
        return new ValueChange(joined(isWhole ? before : lost), joined(isWhole ? after : gained));
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join("; ", values);
    }
}
