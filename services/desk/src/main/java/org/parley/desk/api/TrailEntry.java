package org.parley.desk.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        @Nullable Boolean disputed,
        @Nullable Boolean held,
        @Nullable Boolean disregarded,
        @Nullable String targets,
        @Nullable String correctedBy,
        @Nullable JsonNode data,
        @Nullable Map<String, String> codes,
        @Nullable List<String> openDisputes,
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

    /** Whether it is disputed, however it stands otherwise. */
    public boolean isDisputed() {
        return standing.equals("DISPUTED") || Boolean.TRUE.equals(disputed);
    }

    /** Whether it is under embargo, however it stands otherwise. */
    public boolean isHeld() {
        return standing.equals("HELD") || Boolean.TRUE.equals(held);
    }

    /** Whether it was accepted under earlier rules and changes no state; told where it is asked for alone. */
    public boolean isDisregarded() {
        return Boolean.TRUE.equals(disregarded);
    }

    /** The disputes about it that are still to be resolved; told where it is asked for alone. */
    public List<TrailEntry> disputes() {
        return said == null || openDisputes == null
                ? List.of()
                : said.stream()
                        .filter(later -> openDisputes.contains(later.developmentId()))
                        .toList();
    }

    /** How it stands, and what is said beside that; nothing where it is effective and nothing is. */
    public List<String> standings() {
        Stream<String> beside = Stream.of(isDisputed() ? "DISPUTED" : "EFFECTIVE", isHeld() ? "HELD" : "EFFECTIVE");
        return Stream.concat(Stream.of(standing), beside)
                .filter(one -> !one.equals("EFFECTIVE"))
                .distinct()
                .toList();
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
