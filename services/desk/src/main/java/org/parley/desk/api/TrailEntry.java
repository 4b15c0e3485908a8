package org.parley.desk.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of the audit trail, as the archive tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrailEntry(
        long position,
        String developmentId,
        String type,
        String negotiation,
        String kind,
        String matter,
        @Nullable String occurred,
        Instant recordedAt,
        String editor,
        List<String> parties,
        String summary,
        @Nullable Evidence evidence,
        String standing,
        @Nullable Boolean held,
        @Nullable String heldUntil,
        @Nullable String targets,
        @Nullable String correctedBy,
        @Nullable JsonNode data,
        @Nullable Map<String, String> codes,
        @Nullable List<TrailEntry> said) {

    /** Its sources, and how far they are believed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Evidence(List<Source> sources, @Nullable String grade) {}

    /** A source. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(
            String publisher,
            String title,
            @Nullable String url,
            @Nullable String published,
            @Nullable String author,
            @Nullable String archived) {}

    /** Whether it speaks of another entry. */
    public boolean isEditorial() {
        return targets != null;
    }

    /** Whether it is under embargo, however it stands otherwise. */
    public boolean isHeld() {
        return Boolean.TRUE.equals(held);
    }

    /** Whether it no longer counts as recorded. */
    public boolean isStruck() {
        return standing.equals("CORRECTED") || standing.equals("RETRACTED");
    }

    /** The editor's note, if any. */
    public @Nullable String note() {
        return data == null || !data.path("note").isString()
                ? null
                : data.path("note").asString();
    }
}
