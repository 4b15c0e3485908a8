package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matters of a negotiation, each with its status after each of its developments. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StatusHistory(List<MatterStatuses> matters) {

    /**
     * A matter.
     *
     * @param steps in the order of valid time
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MatterStatuses(String kind, String matter, List<Step> steps) {
        /** Its address within the negotiation, {@code kind/slug}. */
        public String reference() {
            return kind + "/" + matter;
        }
    }

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
