package org.parley.desk.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a command would do, as the ledger tells before it is given.
 *
 * @param version the matter's count of events before it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Forecast(
        @Nullable Event event,
        NegotiationState.@Nullable Matter before,
        NegotiationState.@Nullable Matter after,
        @Nullable List<Warning> warnings,
        @Nullable Long version,
        @Nullable String repeats) {

    /** The event that it would become. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Event(
            String developmentId,
            String type,
            String negotiation,
            String kind,
            String matter,
            String summary,
            @Nullable Boolean held,
            @Nullable String heldUntil,
            JsonNode data) {

        /** Whether it would be under embargo. */
        public boolean isHeld() {
            return Boolean.TRUE.equals(held);
        }
    }

    /** Something to look at before confirming. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Warning(String code, String detail, String developmentId) {}

    public List<Warning> warned() {
        return warnings == null ? List.of() : warnings;
    }

    /** Whether a warning is about an entry that is recorded, not about this one. */
    public boolean isOfAnother(Warning warning) {
        return event == null || !event.developmentId().equals(warning.developmentId());
    }
}
