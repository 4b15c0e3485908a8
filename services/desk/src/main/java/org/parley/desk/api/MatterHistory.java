package org.parley.desk.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A matter, and what happened in it as it is held now.
 *
 * @param version how many events it has
 * @param historyCount how many developments its history has
 * @param history a page of it, in the world's order
 * @param next the development to go on after; null at the end
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
        List<Happening> history,
        @Nullable String next) {

    /** A development of the effective history. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Happening(
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
