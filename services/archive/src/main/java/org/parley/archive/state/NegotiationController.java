package org.parley.archive.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Asked;
import org.parley.archive.question.JsonAnswer;
import org.parley.archive.question.Pages;
import org.parley.archive.question.When;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.StateJson;
import org.parley.state.NegotiationState;
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

/** Negotiations over HTTP. */
@RestController
@RequestMapping(path = "/api/negotiations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "State", description = "Where things stand, or stood")
final class NegotiationController {
    private static final int LIMIT_DEFAULT = 500;
    private static final int LIMIT_MAX = 5_000;

    private final States states;
    private final Clock clock;

    NegotiationController(States states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @Answers(value = "NegotiationList", description = "A page of them")
    @Operation(
            operationId = "negotiations",
            summary = "All negotiations",
            description = "Each with its status and how far its trail goes, in the order of their slugs. With knownAt"
                    + " those that were known by then. 'next' is the slug to pass as 'after', or null at the end; a Link"
                    + " of rel next leads there. A page of what was known earlier may have fewer than its limit.")
    @GetMapping
    ResponseEntity<byte[]> negotiations(
            @Parameter(description = "Only negotiations after this slug") @RequestParam(required = false) @Nullable String after,
            @Parameter(description = "How many negotiations a page has at most: 1 to 5,000, by default 500")
                    @RequestParam(required = false)
                    @Nullable String limit,
            @ParameterObject Asked instants) {
        States.Page page = states.negotiations(
                instants.when(clock),
                after == null ? "" : after.replace('\0', ' ').strip(),
                Pages.limit(limit, LIMIT_DEFAULT, LIMIT_MAX));
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("negotiations");
        page.answers().forEach(each -> array.add(row(each)));
        json.put("next", page.next());
        return page.next() == null ? JsonAnswer.of(json) : Pages.withNext(JsonAnswer.of(json), "after", page.next());
    }

    private static ObjectNode row(States.Answer answer) {
        NegotiationState state = answer.state();
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("negotiation", state.negotiation());
        row.put("title", state.title());
        row.put("status", state.status());
        if (state.since() != null) {
            row.put("since", state.since().text());
        }
        row.put("through", state.through());
        if (answer.known().recordedAt() != null) {
            row.put("lastRecordedAt", PublishedEvent.time(answer.known().recordedAt()));
        }
        return row;
    }

    @Answers(value = "NegotiationState", description = "The state")
    @Operation(
            operationId = "negotiation",
            summary = "Where a negotiation stands, or stood",
            description = "Every matter with its state, the parties, their positions on questions, and the packages of"
                    + " guarantees. 'possible' marks what may not have happened by then, since its date is imprecise."
                    + " contentHash is the same for the same history on any machine; with through it is the ETag.")
    @GetMapping("/{negotiation}")
    ResponseEntity<byte[]> negotiation(
            @PathVariable String negotiation,
            @ParameterObject Asked instants,
            @Parameter(
                            description = "What was known then (RFC 7089), as a date of HTTP; the answer's"
                                    + " Content-Location is its permalink. Ignored when knownAt is given")
                    @RequestHeader(name = Memento.ACCEPT_DATETIME, required = false)
                    @Nullable String acceptDatetime,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        When asked = instants.when(clock);
        boolean negotiable = instants.knownAt() == null || instants.knownAt().isBlank();
        When when = acceptDatetime == null || !negotiable ? asked : accepted(negotiation, asked, acceptDatetime);
        NegotiationState state = states.negotiation(negotiation, when);
        ObjectNode json = StateJson.of(state);
        ResponseEntity<byte[]> answer = JsonAnswer.of(
                json,
                json.path("contentHash").asString() + "-" + json.path("through").asLong(),
                ifNoneMatch);
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        Memento memento = Memento.of(negotiation, instants.asOf());
        String permalink =
                when.givenKnownAt() == null ? null : memento.permalink(state.asOf(), state.knownAt(), Map.of());
        headers.addAll(memento.headers(permalink, state.knownAt(), negotiable));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private When accepted(String negotiation, When asked, String datetime) {
        Instant now = asked.knownAt(states.latest(negotiation).recordedAt()); // complains of what there is not
        Instant first = states.recorded(negotiation, null, 1).getFirst();
        return Memento.accepted(datetime, asked, first, now);
    }
}
