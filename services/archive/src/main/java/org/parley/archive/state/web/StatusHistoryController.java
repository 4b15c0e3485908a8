package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.Pagination;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.EffectiveHistory;
import org.parley.domain.history.FoldStep;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The statuses of the matters of a negotiation over valid time, over HTTP. */
@RestController
@Tag(name = "State")
public final class StatusHistoryController {
    private static final int LIMIT_MAX = 500;

    private final StateQueries states;
    private final Clock clock;

    public StatusHistoryController(StateQueries states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @DocumentedResponse(value = "StatusHistory", description = "The statuses")
    @Operation(
            operationId = "statusHistory",
            summary = "The status of each matter after each of its developments",
            description =
                    "The matters that existed as of asOf, each with its effective developments until then in the"
                            + " order of valid time and the status after each of them: what a timeline needs. The negotiation"
                            + " itself is not among them. 'totals' is the number of matters of each kind, whether listed or not.")
    @FixedOnceKnown
    @GetMapping(path = "/api/negotiations/{negotiation}/status-history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> statuses(
            @PathVariable String negotiation,
            @Parameter(description = "Only matters of this kind") @RequestParam(required = false) @Nullable String kind,
            @Parameter(
                            description =
                                    "At most so many matters of each kind, those that entered their status last: 1 to"
                                            + " 500; all by default")
                    @RequestParam(required = false)
                    @Nullable String limit,
            @ParameterObject RequestedInstants instants) {
        MatterKind only = kind == null || kind.isBlank() ? null : MatterController.kind(kind.strip());
        TemporalPoint when = instants.temporalPoint(clock);
        KnownPrefix latest = states.latest(negotiation);
        KnownPrefix known = states.knownAt(latest, when);
        Instant asOf = when.asOf(latest.completeFrom());
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", negotiation);
        json.put("asOf", PublishedEvent.time(asOf));
        json.put("knownAt", PublishedEvent.time(when.knownAt(latest.recordedAt())));
        json.put("through", known.through());
        Map<MatterKind, List<MatterState>> byKind = states.cachedMatters(known, when, asOf).stream()
                .filter(matter -> matter.address().kind() != MatterKind.NEGOTIATION)
                .filter(matter -> only == null || matter.address().kind() == only)
                .collect(Collectors.groupingBy(matter -> matter.address().kind(), TreeMap::new, Collectors.toList()));
        ObjectNode totals = json.putObject("totals");
        byKind.forEach((each, all) -> totals.put(each.slug(), all.size()));
        ArrayNode matters = json.putArray("matters");
        Map<MatterAddress, String> shown = byKind.values().stream()
                .flatMap(all -> all.stream()
                        .sorted(new MatterFilter(null, null, null, null, null, null).order())
                        .limit(Pagination.limit(limit, Integer.MAX_VALUE, LIMIT_MAX)))
                .collect(Collectors.toMap(
                        MatterState::address, MatterState::title, (one, same) -> one, LinkedHashMap::new));
        states.forEachHistory(
                known,
                List.copyOf(shown.keySet()),
                history -> matters.add(of(history, shown.getOrDefault(history.address(), ""), asOf)));
        return JsonResponse.of(json);
    }

    private static ObjectNode of(RecordedHistory history, String title, Instant asOf) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", history.address().kind().slug());
        json.put("matter", history.address().slug());
        json.put("title", title);
        ArrayNode steps = json.putArray("steps");
        EffectiveHistory effective = history.effectiveHistory();
        MatterState state = null;
        for (Occurrence occurrence : effective.occurrences()) {
            if (occurrence.start().isAfter(asOf)) {
                break;
            }
            FoldStep step = effective.step(state, occurrence);
            state = step.state();
            steps.add(step(occurrence, state));
        }
        return json;
    }

    private static ObjectNode step(Occurrence occurrence, @Nullable MatterState after) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("developmentId", occurrence.developmentId().toString());
        json.put("type", occurrence.event().type());
        if (occurrence.development().occurred() != null) {
            json.put("occurred", occurrence.development().occurred().text());
        }
        json.put("status", after == null ? null : after.status().name());
        json.put("disputed", occurrence.disputed());
        json.put("held", occurrence.held());
        return json;
    }
}
