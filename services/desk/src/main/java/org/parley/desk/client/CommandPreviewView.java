package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ledger's answer to a dry run: what the command would do.
 *
 * @param event the event that would be recorded; null when the command repeats a recorded one
 * @param version the matter's number of events before it
 * @param repeats the id of the recorded development that it repeats; null for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommandPreviewView(
        @Nullable Event event,
        NegotiationView.@Nullable Matter before,
        NegotiationView.@Nullable Matter after,
        @Nullable List<Warning> warnings,
        @Nullable Long version,
        @Nullable String repeats) {

    /** The event that the command would record. */
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

    /** A warning to show before the editor confirms. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Warning(String code, String detail, String developmentId) {}

    public List<Warning> warningsOrEmpty() {
        return warnings == null ? List.of() : warnings;
    }

    /** Whether a warning is about a recorded entry rather than this one. */
    public boolean isOfAnother(Warning warning) {
        return event == null || !event.developmentId().equals(warning.developmentId());
    }
}
