package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        @Nullable String next) {

    /** A development of the effective history. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record HistoryEntry(
            String developmentId,
            long position,
            String type,
            @Nullable String occurred,
            boolean disputed,
            boolean held,
            boolean disregarded,
            boolean possible,
            String summary,
            JsonNode data) {}
}
