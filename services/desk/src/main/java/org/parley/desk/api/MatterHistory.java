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
 * @param history in the world's order
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
        List<Happening> history) {

    /** A development of the effective history. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Happening(
            String developmentId,
            long position,
            String type,
            @Nullable String occurred,
            boolean disputed,
            boolean held,
            boolean possible,
            String summary,
            JsonNode data) {}
}
