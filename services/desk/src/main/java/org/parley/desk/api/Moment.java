package org.parley.desk.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a page is about, on both axes of time, as it stands in the page's address.
 *
 * @param asOf what had happened by then: an EDTF date or instant; null is now
 * @param knownAt what was recorded by then; null is now
 */
public record Moment(@Nullable String asOf, @Nullable String knownAt) {
    public static final Moment NOW = new Moment(null, null);

    public static Moment of(@Nullable String asOf, @Nullable String knownAt) {
        return new Moment(given(asOf), given(knownAt));
    }

    public boolean isPast() {
        return asOf != null || knownAt != null;
    }

    /** As parameters of an address. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (asOf != null) {
            parameters.put("asOf", asOf);
        }
        if (knownAt != null) {
            parameters.put("knownAt", knownAt);
        }
        return parameters;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
