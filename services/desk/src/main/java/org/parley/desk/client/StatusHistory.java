package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Matters of a negotiation, each with its status after each of its developments.
 *
 * @param totals the number of matters of each kind, whether listed or not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StatusHistory(Map<String, Integer> totals, List<MatterStatuses> matters) {
    /** Whether all matters of a kind are listed. */
    public boolean isComplete(String kind) {
        return matters.stream().filter(matter -> matter.kind().equals(kind)).count() >= total(kind);
    }

    /** The number of matters of a kind. */
    public int total(String kind) {
        return totals.getOrDefault(kind, 0);
    }

    /** Whether all matters are listed. */
    public boolean isComplete() {
        return totals.keySet().stream().allMatch(this::isComplete);
    }

    /**
     * A matter.
     *
     * @param steps in the order of valid time
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MatterStatuses(String kind, String matter, String title, List<Step> steps) {}

    /**
     * A development, with its last correction applied.
     *
     * @param occurred an EDTF date; null if it has none
     * @param status the status after it; null if it changes nothing and nothing came before it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(
            String developmentId,
            String type,
            @Nullable String occurred,
            @Nullable String status,
            boolean disputed,
            boolean held) {}
}
