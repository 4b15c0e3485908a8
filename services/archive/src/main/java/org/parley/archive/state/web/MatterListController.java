package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.Pagination;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.archive.trail.query.LastDevelopments;
import org.parley.archive.trail.query.LastDevelopments.LastDevelopment;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.state.NegotiationState;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of matters over HTTP, for pages that show some of many. */
@RestController
@RequestMapping(path = "/api/negotiations/{negotiation}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "State")
public final class MatterListController {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 500;
    private static final int TOP_MAX = 50;

    private final StateQueries states;
    private final LastDevelopments developments;
    private final Clock clock;

    public MatterListController(StateQueries states, LastDevelopments developments, Clock clock) {
        this.states = states;
        this.developments = developments;
        this.clock = clock;
    }

    /** The matters of a negotiation at the queried instants, with what they are answered from. */
    private record Matters(KnownPrefix known, TrailSpan span, Instant asOf, Instant knownAt, List<MatterState> states) {
        List<MatterState> withoutNegotiation() {
            return states.stream()
                    .filter(state -> state.address().kind() != MatterKind.NEGOTIATION)
                    .toList();
        }
    }

    @DocumentedResponse(value = "NegotiationOverview", description = "The overview")
    @Operation(
            operationId = "overview",
            summary = "A negotiation at a glance",
            description = "Its status, parties and positions as in its state, and its matters in groups, by kind and by"
                    + " form of agreement, with the number of matters in each state. Unlike the state it names only the"
                    + " first matters of each group ('top'), those that entered their state last, so that it stays small"
                    + " however many there are. Questions are all listed.")
    @FixedOnceKnown
    @GetMapping("/overview")
    ResponseEntity<byte[]> overview(
            @PathVariable String negotiation,
            @ParameterObject RequestedInstants instants,
            @Parameter(description = "The number of matters listed of each group: 0 to 50, 0 by default")
                    @RequestParam(required = false)
                    @Nullable String top) {
        int most = top(top);
        Matters matters = matters(negotiation, instants.temporalPoint(clock));
        NegotiationState state = NegotiationState.of(
                negotiation,
                matters.states(),
                matters.asOf(),
                matters.knownAt(),
                matters.known().through());
        Comparator<MatterState> order = new MatterFilter(null, null, null, null, null, null).order();
        Map<MatterGroup, List<MatterState>> groups = MatterGroup.of(matters.withoutNegotiation());
        Map<MatterGroup, List<MatterState>> listed = new HashMap<>();
        groups.forEach((group, all) -> listed.put(
                group,
                all.stream()
                        .sorted(order)
                        .limit(group.kind() == MatterKind.QUESTION ? Integer.MAX_VALUE : most)
                        .toList()));
        Map<MatterAddress, LastDevelopment> last = last(
                matters.span(), listed.values().stream().flatMap(List::stream).toList());
        ObjectNode json = StateJson.overview(state);
        ArrayNode array = json.putArray("groups");
        groups.forEach((group, all) -> {
            ObjectNode one = group.json(all);
            ArrayNode rows = one.putArray("matters");
            listed.getOrDefault(group, List.of()).forEach(matter -> rows.add(row(matter, matters.asOf(), last)));
            array.add(one);
        });
        return JsonResponse.of(json);
    }

    @DocumentedResponse(value = "MatterList", description = "A page of the list")
    @Operation(
            operationId = "matters",
            summary = "Matters of a negotiation",
            description =
                    "A page of the matters that match, each with its state and its last development. 'total' is the"
                            + " number of all that match; 'next' is the number to pass as 'skip', null at the end; a Link with"
                            + " rel=next leads there.")
    @FixedOnceKnown
    @GetMapping("/matters")
    ResponseEntity<byte[]> matters(
            @PathVariable String negotiation,
            @ParameterObject RequestedInstants instants,
            @ParameterObject MatterFilter filter,
            @Parameter(description = "How many of the matters that match come before the page")
                    @RequestParam(required = false)
                    @Nullable String skip,
            @Parameter(description = "The page size: 1 to 500 matters, 50 by default")
                    @RequestParam(required = false)
                    @Nullable String limit) {
        int from = number("/skip", skip, 0, Integer.MAX_VALUE);
        int most = Pagination.limit(limit, LIMIT_DEFAULT, LIMIT_MAX);
        Matters matters = matters(negotiation, instants.temporalPoint(clock));
        List<MatterState> found = matters.withoutNegotiation().stream()
                .filter(filter.predicate())
                .sorted(filter.order())
                .toList();
        List<MatterState> page = found.stream().skip(from).limit(most).toList();
        Map<MatterAddress, LastDevelopment> last = last(matters.span(), page);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("asOf", PublishedEvent.time(matters.asOf()));
        json.put("knownAt", PublishedEvent.time(matters.knownAt()));
        json.put("through", matters.known().through());
        json.put("total", found.size());
        ArrayNode rows = json.putArray("matters");
        page.forEach(matter -> rows.add(row(matter, matters.asOf(), last)));
        int next = from + page.size();
        if (next >= found.size()) {
            json.putNull("next");
            return JsonResponse.of(json);
        }
        json.put("next", next);
        return Pagination.withNextLink(JsonResponse.of(json), "skip", next);
    }

    private Matters matters(String negotiation, TemporalPoint when) {
        KnownPrefix latest = states.latest(negotiation);
        KnownPrefix known = states.knownAt(latest, when);
        Instant asOf = when.asOf(latest.completeFrom());
        return new Matters(
                known,
                new TrailSpan(negotiation, known.through(), when.requestedAsOf()),
                asOf,
                when.knownAt(latest.recordedAt()),
                states.cachedMatters(known, when, asOf));
    }

    private Map<MatterAddress, LastDevelopment> last(TrailSpan span, List<MatterState> matters) {
        return developments.of(
                span, new ArrayList<>(matters.stream().map(MatterState::address).toList()));
    }

    private static ObjectNode row(MatterState matter, Instant asOf, Map<MatterAddress, LastDevelopment> developments) {
        ObjectNode json = StateJson.of(matter, asOf);
        LastDevelopment last = developments.get(matter.address());
        if (last != null) {
            ObjectNode development = json.putObject("last");
            development.put("developmentId", last.developmentId().toString());
            development.put("position", last.position());
            development.put("type", last.type());
            if (last.evidence() != null) {
                development.set("evidence", Json.MAPPER.readTree(last.evidence()));
            }
        }
        return json;
    }

    private static int top(@Nullable String given) {
        return number("/top", given, 0, TOP_MAX);
    }

    private static int number(String pointer, @Nullable String given, int min, int max) {
        if (given == null || given.isBlank()) {
            return min;
        }
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw QueryProblemException.badRequest(
                pointer, "must be a number from " + min + " to " + max, "debe ser un número del " + min + " al " + max);
    }
}
