package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.Pagination;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.alert.Alert;
import org.parley.domain.alert.Alerts;
import org.parley.domain.matter.MatterAddress;
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

/** What needs a look in a negotiation, over HTTP. */
@RestController
@Tag(name = "State")
public final class AlertController {
    private static final int LIMIT_DEFAULT = 100;
    private static final int LIMIT_MAX = 1_000;
    private static final int DAYS_MAX = 366;

    private final StateQueries states;
    private final Clock clock;

    public AlertController(StateQueries states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @DocumentedResponse(value = "AlertList", description = "The alerts")
    @Operation(
            operationId = "alerts",
            summary = "What needs a look",
            description =
                    "Dates that passed without the development expected by then: commitments that are due, deadlines"
                            + " of warnings, demands and talks, planned meetings and votes that have not taken place, meetings put"
                            + " off without a new date, ceasefires that have not begun or are past their end, agreements past their"
                            + " term, and exchanges agreed two weeks ago of which nothing is handed over. A date has passed once its"
                            + " last instant (UTC) has; with asOf, had passed by then. What passed last comes first. 'total' is the"
                            + " number of all.")
    @GetMapping(path = "/api/negotiations/{negotiation}/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> alerts(
            @PathVariable String negotiation,
            @ParameterObject RequestedInstants instants,
            @Parameter(
                            description = "Also dates that are to come within this number of days, after those that"
                                    + " passed: 0 to 366, 0 by default")
                    @RequestParam(required = false)
                    @Nullable String within,
            @Parameter(description = "The maximum number of alerts: 1 to 1,000, 100 by default")
                    @RequestParam(required = false)
                    @Nullable String limit) {
        Duration ahead = Duration.ofDays(days(within));
        int most = Pagination.limit(limit, LIMIT_DEFAULT, LIMIT_MAX);
        TemporalPoint when = instants.temporalPoint(clock);
        KnownPrefix latest = states.latest(negotiation);
        KnownPrefix known = states.knownAt(latest, when);
        // A development dated to a day to come must not make everything before it look passed.
        Instant moment = when.requestedAsOf() == null ? when.now() : when.requestedAsOf();
        Instant asOf = when.asOf(latest.completeFrom());
        List<Alert> all = Alerts.of(states.cachedMatters(known, when, asOf), moment, ahead);
        List<Alert> shown = all.subList(0, Math.min(most, all.size()));
        Map<MatterAddress, List<Occurrence>> histories = histories(known, shown, asOf);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", negotiation);
        json.put("asOf", PublishedEvent.time(moment));
        json.put("knownAt", PublishedEvent.time(when.knownAt(latest.recordedAt())));
        json.put("through", known.through());
        json.put("total", all.size());
        ArrayNode array = json.putArray("alerts");
        shown.forEach(alert ->
                array.add(of(alert, histories.getOrDefault(alert.matter().address(), List.of()), moment)));
        return JsonResponse.of(json);
    }

    private Map<MatterAddress, List<Occurrence>> histories(KnownPrefix known, List<Alert> alerts, Instant asOf) {
        Map<MatterAddress, List<Occurrence>> histories = new HashMap<>();
        List<MatterAddress> matters = alerts.stream()
                .map(alert -> alert.matter().address())
                .distinct()
                .toList();
        states.forEachHistory(
                known,
                matters,
                history -> histories.put(
                        history.address(),
                        history.effective().stream()
                                .takeWhile(occurrence -> !occurrence.start().isAfter(asOf))
                                .toList()));
        return histories;
    }

    private static ObjectNode of(Alert alert, List<Occurrence> history, Instant moment) {
        MatterState matter = alert.matter();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("alert", alert.reason().name());
        json.put("kind", matter.address().kind().slug());
        json.put("matter", matter.address().slug());
        json.put("title", matter.title());
        json.put("status", matter.status().name());
        if (alert.commitment() != null) {
            json.put("commitment", alert.commitment().text());
        }
        if (alert.date() != null) {
            json.put("date", alert.date().text());
        }
        json.put("overdue", alert.overdue());
        Long days = alert.daysPast(moment);
        if (days != null) {
            json.put("days", days);
        }
        Occurrence cause = alert.cause(history)
                .orElseThrow(() -> new IllegalStateException(
                        "no development of " + matter.address() + " explains " + alert.reason()));
        json.put("developmentId", cause.developmentId().toString());
        return json;
    }

    private static int days(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return 0;
        }
        try {
            int days = Integer.parseInt(given.strip());
            if (days >= 0 && days <= DAYS_MAX) {
                return days;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw QueryProblemException.badRequest(
                "/within",
                "must be a number of days from 0 to " + DAYS_MAX,
                "debe ser un número de días del 0 al " + DAYS_MAX);
    }
}
