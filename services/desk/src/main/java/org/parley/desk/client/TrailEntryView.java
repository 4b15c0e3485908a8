package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of the audit trail as the archive returns it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrailEntryView(
        long position,
        String developmentId,
        String type,
        String negotiation,
        String kind,
        String matter,
        @Nullable String title,
        @Nullable String occurred,
        Instant recordedAt,
        String editor,
        List<String> parties,
        String summary,
        @Nullable Evidence evidence,
        String standing,
        @Nullable Boolean disputed,
        @Nullable Boolean held,
        @Nullable String heldUntil,
        @Nullable Boolean disregarded,
        @Nullable String targets,
        @Nullable String correctedBy,
        @Nullable JsonNode data,
        @Nullable Map<String, String> codes,
        @Nullable List<String> openDisputes,
        @Nullable List<TrailEntryView> said,
        @Nullable String leaf,
        @Nullable String replacement) {

    /** The sources and their grade. */
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

    /** Its matter's address within the negotiation, {@code kind/slug}. */
    public String reference() {
        return kind + "/" + matter;
    }

    /** Whether it is an editorial entry about another entry. */
    public boolean isEditorial() {
        return targets != null;
    }

    /** Whether it is disputed, in addition to its standing. */
    public boolean isDisputed() {
        return standing.equals("DISPUTED") || Boolean.TRUE.equals(disputed);
    }

    /** Whether it is under embargo, in addition to its standing. */
    public boolean isHeld() {
        return standing.equals("HELD") || Boolean.TRUE.equals(held);
    }

    /**
     * Whether it was accepted under earlier rules and changes no state; known only when the entry is requested alone.
     */
    public boolean isDisregarded() {
        return Boolean.TRUE.equals(disregarded);
    }

    /** The open disputes about it; known only when the entry is requested alone. */
    public List<TrailEntryView> disputes() {
        return said == null || openDisputes == null
                ? List.of()
                : said.stream()
                        .filter(later -> openDisputes.contains(later.developmentId()))
                        .toList();
    }

    /** The marks to show for its standing; none for an effective entry. The embargo has its own mark. */
    public List<String> standings() {
        return Stream.of(standing, isDisputed() ? "DISPUTED" : "EFFECTIVE")
                .filter(one -> !one.equals("EFFECTIVE") && !one.equals("HELD"))
                .distinct()
                .toList();
    }

    /** Whether it was corrected or retracted. */
    public boolean isStruck() {
        return standing.equals("CORRECTED") || standing.equals("RETRACTED");
    }

    /** The reason that an editorial entry gives; empty without one. */
    public String reason() {
        return data == null ? "" : data.path("reason").asString("");
    }

    /** The editor's note, if any. */
    public @Nullable String note() {
        return data == null || !data.path("note").isString()
                ? null
                : data.path("note").asString();
    }
}
