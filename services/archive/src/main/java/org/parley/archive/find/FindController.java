package org.parley.archive.find;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.language.RequestLanguage;
import org.parley.archive.find.FindQueries.Found;
import org.parley.archive.find.FindQueries.FoundMatter;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.Pagination;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.trail.web.TrailJson;
import org.parley.contract.Json;
import org.parley.domain.matter.MatterState;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The search of a negotiation over HTTP. */
@RestController
@Tag(name = "Find", description = "Matters, parties and entries by what somebody types")
final class FindController {
    private static final int LIMIT_DEFAULT = 10;
    private static final int LIMIT_MAX = 50;

    /** The length limit of the search text, in characters. */
    private static final int TEXT_MAX = 1_000;

    private final FindQueries queries;
    private final Clock clock;

    FindController(FindQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @DocumentedResponse(value = "Found", description = "What was found, of each sort the best first")
    @Operation(
            operationId = "find",
            summary = "Matters, parties and entries by what somebody types",
            description = "Matters are found by their titles, former titles and slugs, parties by their names over time"
                    + " and codes, entries by the words of the trail's search, newest first. The last word may be"
                    + " incomplete. A word that occurs nowhere stands for the most similar ones, which 'similar' names."
                    + " Names and entries that were not known by knownAt, or not in use by asOf, are not found. Without"
                    + " a text nothing is.")
    @GetMapping(path = "/api/negotiations/{negotiation}/find", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> find(
            @PathVariable String negotiation,
            @Parameter(description = "The text, at most 1,000 characters") @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "The maximum number of answers of each sort: 1 to 50, 10 by default")
                    @RequestParam(required = false)
                    @Nullable String limit,
            @ParameterObject RequestedInstants instants) {
        String typed = q == null ? "" : q.replace('\0', ' ').strip();
        if (typed.length() > TEXT_MAX) {
            throw QueryProblemException.badRequest(
                    "/q",
                    "must have at most " + TEXT_MAX + " characters",
                    "debe tener como máximo " + TEXT_MAX + " caracteres");
        }
        int most = Pagination.limit(limit, LIMIT_DEFAULT, LIMIT_MAX);
        Found found = queries.find(negotiation, typed, instants.temporalPoint(clock), most, RequestLanguage.ofAnswer());
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", negotiation);
        json.put("q", typed);
        json.put("through", found.span().through());
        json.set("similar", TrailJson.similar(found.similar()));
        ObjectNode more = Json.MAPPER.createObjectNode();
        put(json, more, "matters", found.matters(), most, matter -> json.withArray("/matters")
                .add(matter(matter, found)));
        put(json, more, "parties", found.parties(), most, party -> json.withArray("/parties")
                .add(party(party)));
        put(json, more, "entries", found.entries(), most, entry -> json.withArray("/entries")
                .add(TrailJson.of(entry)));
        json.set("more", more);
        return JsonResponse.of(json);
    }

    private static <T> void put(
            ObjectNode json, ObjectNode more, String sort, List<T> found, int most, Consumer<T> writer) {
        json.putArray(sort);
        found.stream().limit(most).forEach(writer);
        more.put(sort, found.size() > most);
    }

    private static ObjectNode matter(FoundMatter found, Found answer) {
        MatterState state = found.state();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", state.address().kind().slug());
        json.put("matter", state.address().slug());
        json.put("title", state.title());
        json.put("status", state.status().name());
        if (state.since() != null) {
            json.put("since", state.since().text());
        }
        json.put("possible", state.isPossibleAt(answer.asOf()));
        json.put("disputed", state.disputed());
        json.put("held", state.held());
        String formerly = found.named().formerly();
        if (formerly != null && !formerly.equals(state.title())) {
            json.put("formerly", formerly);
        }
        return json;
    }

    private static ObjectNode party(NamedSubject<String> found) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("party", found.address());
        json.put("name", found.name());
        if (found.formerly() != null) {
            json.put("formerly", found.formerly());
        }
        return json;
    }
}
