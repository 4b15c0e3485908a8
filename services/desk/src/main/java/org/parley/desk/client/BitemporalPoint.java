package org.parley.desk.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bitemporal point that a page shows, as given in its address.
 *
 * @param asOf valid time, an EDTF date or an instant: only what had occurred by then; null is now
 * @param knownAt transaction time: only what had been recorded by then; null is now
 */
public record BitemporalPoint(
        @Nullable String asOf, @Nullable String knownAt) {
    public static final BitemporalPoint NOW = new BitemporalPoint(null, null);

    public static BitemporalPoint of(@Nullable String asOf, @Nullable String knownAt) {
        return new BitemporalPoint(trimmedOrNull(asOf), trimmedOrNull(knownAt));
    }

    public boolean isPast() {
        return asOf != null || knownAt != null;
    }

    /** As query parameters; values that are null are left out. */
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

    private static @Nullable String trimmedOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
