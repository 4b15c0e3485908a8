package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.Pagination;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.StateQueries;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.state.NegotiationState;
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

/** Negotiations and their states over HTTP. */
@RestController
@RequestMapping(path = "/api/negotiations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "State", description = "The state of negotiations and matters, now or at any two instants")
public final class NegotiationController {
    private static final int LIMIT_DEFAULT = 500;
    private static final int LIMIT_MAX = 5_000;
    private static final int WORDS_MAX = 1_000;

    /** The number of parties of each negotiation in the list, in the order of their admission. */
    private static final int PARTIES_MAX = 6;

    private final StateQueries states;
    private final Clock clock;

    public NegotiationController(StateQueries states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @DocumentedResponse(value = "NegotiationList", description = "A page of the list")
    @Operation(
            operationId = "negotiations",
            summary = "All negotiations",
            description =
                    "Each with its status, its first parties and the last position of its trail, in the order of their"
                            + " slugs. With q those with the words in their title, a former title or slug, or with"
                            + " similar words if there are none, the best first. With knownAt only those known by"
                            + " then. 'next' is the slug to pass as 'after', null at the end; a Link with rel=next"
                            + " leads there. With knownAt a page may have fewer negotiations than its limit.")
    @GetMapping
    ResponseEntity<byte[]> negotiations(
            @Parameter(description = "Only negotiations after this slug") @RequestParam(required = false) @Nullable String after,
            @Parameter(description = "Words of the title or slug, at most 1,000 characters")
                    @RequestParam(required = false)
                    @Nullable String q,
            @Parameter(
                            description = "slug, or changed: those first in which something was recorded last; slug by"
                                    + " default. Without effect with q")
                    @RequestParam(required = false)
                    @Nullable String order,
            @Parameter(description = "The page size: 1 to 5,000 negotiations, 500 by default")
                    @RequestParam(required = false)
                    @Nullable String limit,
            @ParameterObject RequestedInstants instants) {
        StateQueries.Page page = states.negotiations(
                instants.temporalPoint(clock),
                order(order),
                words(q),
                after == null ? "" : after.replace('\0', ' ').strip(),
                Pagination.limit(limit, LIMIT_DEFAULT, LIMIT_MAX));
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("negotiations");
        page.states().forEach(each -> array.add(row(each)));
        json.put("next", page.next());
        return page.next() == null
                ? JsonResponse.of(json)
                : Pagination.withNextLink(JsonResponse.of(json), "after", page.next());
    }

    private static StateQueries.NegotiationOrder order(@Nullable String given) {
        return switch (given == null ? "" : given.strip()) {
            case "", "slug" -> StateQueries.NegotiationOrder.SLUG;
            case "changed" -> StateQueries.NegotiationOrder.CHANGED;
            default ->
                throw QueryProblemException.badRequest("/order", "must be slug or changed", "debe ser slug o changed");
        };
    }

    private static @Nullable String words(@Nullable String given) {
        if (given != null && given.length() > WORDS_MAX) {
            throw QueryProblemException.badRequest(
                    "/q",
                    "must have at most " + WORDS_MAX + " characters",
                    "debe tener como máximo " + WORDS_MAX + " caracteres");
        }
        return given == null || given.isBlank()
                ? null
                : given.replace('\0', ' ').strip();
    }

    private static ObjectNode row(StateQueries.KnownState answer) {
        NegotiationState state = answer.state();
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("negotiation", state.negotiation());
        row.put("title", state.title());
        row.put("status", state.status());
        if (state.since() != null) {
            row.put("since", state.since().text());
        }
        ArrayNode parties = row.putArray("parties");
        state.parties().stream().limit(PARTIES_MAX).forEach(party -> parties.addObject()
                .put("party", party.code().text())
                .put("name", party.name()));
        row.put("partyCount", state.parties().size());
        row.put("through", state.through());
        if (answer.known().recordedAt() != null) {
            row.put("lastRecordedAt", PublishedEvent.time(answer.known().recordedAt()));
        }
        return row;
    }

    @DocumentedResponse(value = "NegotiationState", description = "The state")
    @Operation(
            operationId = "negotiation",
            summary = "The state of a negotiation",
            description = "Every matter with its state, the parties, their positions on questions, and the packages of"
                    + " guarantees. 'possible' marks what may not have happened by then, because its date is imprecise."
                    + " contentHash is the same for the same history on every machine; with 'through' it is the ETag.")
    @FixedOnceKnown
    @GetMapping("/{negotiation}")
    ResponseEntity<byte[]> negotiation(
            @PathVariable String negotiation,
            @ParameterObject RequestedInstants instants,
            @Parameter(
                            description = "The instant of transaction time (RFC 7089), as an HTTP date;"
                                    + " Content-Location is the permalink of the answer. Ignored if knownAt is given")
                    @RequestHeader(name = Memento.ACCEPT_DATETIME, required = false)
                    @Nullable String acceptDatetime) {
        TemporalPoint requested = instants.temporalPoint(clock);
        boolean isNegotiable = instants.knownAt() == null || instants.knownAt().isBlank();
        TemporalPoint when =
                acceptDatetime == null || !isNegotiable ? requested : accepted(negotiation, requested, acceptDatetime);
        NegotiationState state = states.negotiation(negotiation, when);
        ObjectNode json = StateJson.of(state);
        ResponseEntity<byte[]> answer = JsonResponse.of(json);
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.setETag("W/\"" + json.path("contentHash").asString() + "-"
                + json.path("through").asLong() + "\"");
        Memento memento = Memento.of(negotiation, instants.asOf());
        String permalink =
                when.requestedKnownAt() == null ? null : memento.permalink(state.asOf(), state.knownAt(), Map.of());
        headers.addAll(memento.headers(permalink, state.knownAt(), isNegotiable));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private TemporalPoint accepted(String negotiation, TemporalPoint requested, String datetime) {
        Instant now = requested.knownAt(states.latest(negotiation).recordedAt()); // 404 for an unknown negotiation
        Instant first = states.recorded(negotiation, null, 1).getFirst();
        return Memento.accepted(datetime, requested, first, now);
    }
}
