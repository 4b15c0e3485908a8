package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/**
 * A matter and a page of its effective history.
 *
 * @param version its number of events
 * @param historyCount the number of developments in its history
 * @param history a page of the history, ordered by when developments occurred
 * @param next the cursor of the next page; null on the last page
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MatterHistory(
        String kind,
        String matter,
        String title,
        @Nullable String status,
        @Nullable String since,
        boolean possible,
        boolean disputed,
        boolean held,
        @Nullable Map<String, Object> detail,
        long version,
        @Nullable Integer historyCount,
        List<HistoryEntry> history,
        @Nullable String next,
        @Nullable List<Mention> mentionedIn) {

    /** Its address within the negotiation, {@code kind/slug}. */
    public String reference() {
        return kind + "/" + matter;
    }

    /** What its commitments are about, by {@code commitment/} and their short names. */
    public Map<String, String> commitments() {
        Map<String, String> commitments = new LinkedHashMap<>();
        if (detail != null && detail.get("commitments") instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> fields) {
                    commitments.put("commitment/" + fields.get("commitment"), String.valueOf(fields.get("what")));
                }
            }
        }
        return commitments;
    }

    /** A matter that refers to it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Mention(
            String kind,
            String matter,
            String title,
            String status,
            @Nullable String since,
            boolean possible,
            boolean disputed,
            boolean held) {

        /** Its address within the negotiation, {@code kind/slug}. */
        public String reference() {
            return kind + "/" + matter;
        }
    }

    /** A dispute that is not resolved. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Dispute(String developmentId, long position, Instant recordedAt, String editor, JsonNode data) {

        /** Why it is disputed. */
        public String reason() {
            return data.path("reason").asString("");
        }
    }

    /**
     * A development of the effective history.
     *
     * @param recordedAt when it was first recorded
     * @param status the matter's status after it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record HistoryEntry(
            String developmentId,
            long position,
            String type,
            Instant recordedAt,
            String editor,
            @Nullable String occurred,
            @Nullable String status,
            boolean disputed,
            boolean held,
            boolean disregarded,
            boolean possible,
            String summary,
            List<Dispute> disputes,
            JsonNode data) {

        /** Its sources and their grade; null without any. */
        public TrailEntryView.@Nullable Evidence evidence() {
            return data.path("evidence").isObject()
                    ? Json.MAPPER.treeToValue(data.path("evidence"), TrailEntryView.Evidence.class)
                    : null;
        }

        /** The editor's note; null without one. */
        public @Nullable String note() {
            return data.path("note").isString() ? data.path("note").asString() : null;
        }
    }
}
