package org.parley.archive.trail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Asked;
import org.parley.archive.question.JsonAnswer;
import org.parley.archive.question.Pages;
import org.parley.archive.question.Problem;
import org.parley.contract.Json;
import org.parley.matter.Kind;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The audit trail over HTTP: a page as JSON, the whole as CSV or NDJSON. */
@RestController
@RequestMapping("/api/negotiations/{negotiation}/trail")
@Tag(name = "Trail", description = "Everything that was recorded, in the order recorded")
final class TrailController {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final Trail trail;
    private final TrailCounts counts;
    private final Clock clock;

    TrailController(Trail trail, TrailCounts counts, Clock clock) {
        this.trail = trail;
        this.counts = counts;
        this.clock = clock;
    }

    @Answers(value = "TrailFacets", description = "The counts")
    @Operation(
            operationId = "facets",
            summary = "How many entries of the trail there are of each sort",
            description =
                    "For the same question as the trail: 'total' is how many it finds; each facet is counted as if"
                            + " nothing were asked of it, so that its other values can be chosen. At most "
                            + TrailCounts.VALUES_MAX + " values a facet, the most frequent ones and those asked for.")
    @GetMapping(path = "/facets", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> facets(
            @PathVariable String negotiation, @ParameterObject TrailAsked asked, @ParameterObject Asked instants) {
        TrailAsked.Page page = asked.read();
        Span span = trail.span(negotiation, instants.when(clock));
        requireKnown(page.filter(), negotiation);
        return JsonAnswer.of(counts.facets(span, page));
    }

    @Answers(
            value = "TrailPage",
            as = {MediaType.APPLICATION_JSON_VALUE, CSV, NDJSON},
            description = "As JSON a page; as CSV and NDJSON (each line a TrailEntry) all of it")
    @Operation(
            operationId = "trail",
            summary = "The audit trail of a negotiation",
            description =
                    "As JSON a page; 'next' is the position to pass as 'after' (as 'before' with order=desc), or null at the end; a Link of rel next leads there. As text/csv and"
                            + " application/x-ndjson the whole of what is asked for. In CSV a cell that a spreadsheet would take"
                            + " for a formula (it begins with = + - @, a tab or a carriage return) is preceded by an apostrophe.")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, CSV, NDJSON})
    @Nullable ResponseEntity<byte[]> trail(
            @PathVariable String negotiation,
            @ParameterObject TrailAsked asked,
            @ParameterObject Asked instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        TrailAsked.Page page = asked.read();
        Span span = trail.span(negotiation, instants.when(clock));
        requireKnown(page.filter(), negotiation);
        String type = Accepted.of(accept, List.of(MediaType.APPLICATION_JSON_VALUE, CSV, NDJSON));
        if (type.equals(MediaType.APPLICATION_JSON_VALUE)) {
            return json(span, page);
        }
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        // Never closed: what breaks off in the middle must not look like the end.
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        if (type.equals(CSV)) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + negotiation + "-trail.csv\"");
            trail.all(span, page, new TrailTable(out)::print);
        } else {
            trail.all(span, page, entry -> line(out, entry));
        }
        out.flush();
        return null;
    }

    private ResponseEntity<byte[]> json(Span span, TrailAsked.Page page) {
        List<TrailEntry> entries = trail.page(span, page.limited(page.limit() + 1));
        boolean more = entries.size() > page.limit();
        List<TrailEntry> shown = more ? entries.subList(0, page.limit()) : entries;
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("entries");
        shown.forEach(entry -> array.add(TrailJson.of(entry)));
        if (!more) {
            json.putNull("next");
            return JsonAnswer.of(json);
        }
        long next = shown.getLast().position();
        json.put("next", next);
        return Pages.withNext(JsonAnswer.of(json), page.newestFirst() ? "before" : "after", next);
    }

    private static void line(Writer out, TrailEntry entry) {
        try {
            out.write(Json.MAPPER.writeValueAsString(TrailJson.of(entry)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireKnown(TrailFilter filter, String negotiation) {
        String kind = filter.matterKind();
        if (kind != null && Kind.ofSlug(kind).isEmpty()) {
            throw Problem.badQuestion("/matter", "must begin with a kind, " + TrailAsked.slugs() + ", and a slash");
        }
        String matter = filter.matterSlug();
        if (matter != null && !trail.hasMatter(negotiation, filter.matterKind(), matter)) {
            throw Problem.notFound("There is no matter '" + filter.matter() + "' in '" + negotiation
                    + "'. GET /api/negotiations/" + negotiation + " lists those there are.");
        }
        for (String party : filter.parties()) {
            if (!trail.hasParty(negotiation, party)) {
                throw Problem.badQuestion(
                        "/party",
                        party + " was never admitted to '" + negotiation + "'. GET /api/negotiations/" + negotiation
                                + " lists its parties.");
            }
        }
    }
}
