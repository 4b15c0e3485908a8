package org.parley.archive.trail.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.language.RequestLanguage;
import org.parley.archive.query.AcceptHeader;
import org.parley.archive.query.ByteOrderMarkParameter;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.Pagination;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.StreamedAnswer;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.query.TrailCounter;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.archive.trail.search.TrailSearch;
import org.parley.contract.Json;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The audit trail over HTTP: pages as JSON, the whole trail as CSV or NDJSON. */
@RestController
@RequestMapping("/api/negotiations/{negotiation}/trail")
@Tag(name = "Trail", description = "Every entry, in the order recorded")
public final class TrailController {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final TrailRepository trail;
    private final TrailCounter counts;
    private final Clock clock;

    public TrailController(TrailRepository trail, TrailCounter counts, Clock clock) {
        this.trail = trail;
        this.counts = counts;
        this.clock = clock;
    }

    @DocumentedResponse(value = "TrailFacets", description = "The counts")
    @Operation(
            operationId = "facets",
            summary = "The number of entries by facet",
            description = "Takes the parameters of the trail. 'total' is the number of matching entries. Each facet is"
                    + " counted without its own filter, so that its other values can be chosen. A facet has at most "
                    + TrailCounter.VALUES_MAX + " values: the most frequent ones, and those in the filter.")
    @FixedOnceKnown
    @GetMapping(path = "/facets", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> facets(
            @PathVariable String negotiation,
            @ParameterObject TrailQuery asked,
            @ParameterObject RequestedInstants instants) {
        TrailQuery.Page page = asked.toPage();
        TrailSpan span = trail.span(negotiation, instants.temporalPoint(clock));
        TrailFilterCheck.requireKnown(trail, page.filter(), negotiation);
        return JsonResponse.of(counts.facets(span, page));
    }

    @DocumentedResponse(
            value = "TrailPage",
            mediaTypes = {MediaType.APPLICATION_JSON_VALUE, CSV, NDJSON},
            description = "A page as JSON; the whole trail as CSV or NDJSON (one TrailEntry per line)")
    @Operation(
            operationId = "trail",
            summary = "The audit trail of a negotiation",
            description =
                    "As JSON a page: 'next' is the position to pass as 'after' (as 'before' with order=desc), null at"
                            + " the end; a Link with rel=next leads there. As text/csv and application/x-ndjson all"
                            + " matching entries. In CSV the values of a cell are joined by ';', and '\\' escapes a ';'"
                            + " or '\\' in a value. A value that a spreadsheet would interpret as a formula (it starts"
                            + " with = + - @, a tab or a line break) is preceded by an apostrophe.")
    @FixedOnceKnown
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, CSV, NDJSON})
    @Nullable ResponseEntity<byte[]> trail(
            @PathVariable String negotiation,
            @ParameterObject TrailQuery asked,
            @ParameterObject RequestedInstants instants,
            @Parameter(description = ByteOrderMarkParameter.DESCRIPTION) @RequestParam(required = false) @Nullable String bom,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TrailQuery.Page page = asked.toPage();
        TrailSpan span = trail.span(negotiation, instants.temporalPoint(clock));
        TrailFilterCheck.requireKnown(trail, page.filter(), negotiation);
        String type = AcceptHeader.preferred(accept, List.of(MediaType.APPLICATION_JSON_VALUE, CSV, NDJSON));
        boolean withByteOrderMark = ByteOrderMarkParameter.isWanted(bom, type.equals(CSV));
        if (type.equals(MediaType.APPLICATION_JSON_VALUE)) {
            return json(span, page);
        }
        if (page.order() == TrailQuery.Order.WORLD) {
            throw QueryProblemException.badRequest(
                    "/order", "must be asc or desc for the whole trail", "debe ser asc o desc para todo el registro");
        }
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (type.equals(CSV)) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + negotiation + "-trail.csv\"");
        }
        if (!StreamedAnswer.start(type, trail.lastEntry(span), request, response)) {
            return null;
        }
        // Not closed on failure: a truncated answer must not look complete.
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        if (type.equals(CSV)) {
            trail.forEach(span, page, new TrailCsvWriter(out, withByteOrderMark)::printRow);
        } else {
            trail.forEach(span, page, entry -> line(out, entry));
        }
        out.flush();
        return null;
    }

    private ResponseEntity<byte[]> json(TrailSpan span, TrailQuery.Page page) {
        TrailSearch search = trail.search(span, page);
        List<TrailEntry> entries =
                trail.page(span, page.withLimit(page.limit() + 1), search, RequestLanguage.ofAnswer());
        boolean more = entries.size() > page.limit() && page.order() != TrailQuery.Order.WORLD;
        List<TrailEntry> entriesOfPage = entries.subList(0, Math.min(page.limit(), entries.size()));
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("entries");
        entriesOfPage.forEach(entry -> array.add(TrailJson.of(entry)));
        if (page.filter().tolerant()) {
            json.set("similar", TrailJson.similar(search == null ? Map.of() : search.similar()));
        }
        if (!more) {
            json.putNull("next");
            return JsonResponse.of(json);
        }
        long next = entriesOfPage.getLast().position();
        json.put("next", next);
        return Pagination.withNextLink(JsonResponse.of(json), page.newestFirst() ? "before" : "after", next);
    }

    private static void line(Writer out, TrailEntry entry) {
        try {
            out.write(Json.MAPPER.writeValueAsString(TrailJson.of(entry)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
