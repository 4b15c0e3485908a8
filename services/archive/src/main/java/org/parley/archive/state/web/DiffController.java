package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.DiffRange;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.contract.state.DiffJson;
import org.parley.contract.state.DiffJson.Axis;
import org.parley.domain.diff.ChangeCauses;
import org.parley.domain.diff.MatterStateAsOf;
import org.parley.domain.diff.NegotiationDiff;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The diff of two states of a negotiation over HTTP. */
@RestController
@Tag(name = "State")
public final class DiffController {
    private final StateQueries states;
    private final Clock clock;

    public DiffController(StateQueries states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @DocumentedResponse(value = "StateDiff", description = "The diff")
    @Operation(
            operationId = "diff",
            summary = "The diff of two states of a negotiation, with the entries that caused each change",
            description = "axis=knowledge compares what was known at 'from' and at 'to', both as of asOf; a correction"
                    + " or retraction appears with its own id. axis=world compares the states as of 'from' and as of"
                    + " 'to', both as known at knownAt. before and after are matters as in the state, null where the"
                    + " matter did not exist. The negotiation itself is the matter of kind negotiation.")
    @GetMapping(path = "/api/negotiations/{negotiation}/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> diff(
            @PathVariable String negotiation,
            @Parameter(description = "world or knowledge", required = true) @RequestParam(required = false) @Nullable String axis,
            @ParameterObject DiffRange between,
            @ParameterObject RequestedInstants instants) {
        return JsonResponse.of(
                switch (axis(axis)) {
                    case KNOWLEDGE -> {
                        requireAbsent(
                                "/knownAt",
                                instants.knownAt(),
                                "axis=knowledge compares two of them, from and to",
                                "axis=knowledge compara dos, from y to");
                        yield onKnowledgeAxis(negotiation, between.bounds(), instants.temporalPoint(clock));
                    }
                    case WORLD -> {
                        requireAbsent(
                                "/asOf",
                                instants.asOf(),
                                "axis=world compares two of them, from and to",
                                "axis=world compara dos, from y to");
                        yield onWorldAxis(negotiation, between.bounds(), instants.temporalPoint(clock));
                    }
                },
                "to");
    }

    private static Axis axis(@Nullable String given) {
        return Stream.of(Axis.values())
                .filter(axis -> axis.text().equals(given))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.badRequest(
                        "/axis", "must be 'world' or 'knowledge'", "debe ser «world» o «knowledge»"));
    }

    private static void requireAbsent(String pointer, @Nullable String given, String english, String spanish) {
        if (given != null && !given.isBlank()) {
            throw QueryProblemException.badRequest(pointer, "does not apply: " + english, "no se aplica: " + spanish);
        }
    }

    private JsonNode onKnowledgeAxis(String negotiation, DiffRange.Bounds between, TemporalPoint when) {
        KnownPrefix latest = states.latest(negotiation);
        Instant asOf = when.asOf(latest.completeFrom());
        Instant now = when.knownAt(latest.recordedAt());
        Instant fromKnownAt = earlier(between.from(), now);
        Instant toKnownAt = earlier(between.to(now), now);
        KnownPrefix from = states.knownAt(latest, fromKnownAt);
        KnownPrefix to = states.knownAt(latest, toKnownAt);
        KnownPrefix later = from.through() > to.through() ? from : to;
        List<MatterAddress> touched = states.mattersRecordedBetween(from, to);
        NegotiationDiff diff = NegotiationDiff.betweenWithCauses(
                seen(from, asOf, touched),
                seen(to, asOf, touched),
                matters -> causes(
                        later,
                        matters,
                        history -> ChangeCauses.betweenKnownAt(
                                history, recorded(from, fromKnownAt), recorded(to, toKnownAt), asOf)));
        return DiffJson.of(negotiation, Axis.KNOWLEDGE, fromKnownAt, toKnownAt, asOf, diff);
    }

    private JsonNode onWorldAxis(String negotiation, DiffRange.Bounds between, TemporalPoint when) {
        KnownPrefix latest = states.latest(negotiation);
        Instant knownAt = when.knownAt(latest.recordedAt());
        KnownPrefix known = states.knownAt(latest, when);
        Instant from = between.from();
        Instant to = between.to(when.asOf(latest.completeFrom()));
        List<MatterAddress> affected = states.mattersAffectedBetween(known, from, to);
        NegotiationDiff diff = NegotiationDiff.betweenWithCauses(
                seen(known, from, affected),
                seen(known, to, affected),
                matters -> causes(known, matters, history -> ChangeCauses.betweenAsOf(history, from, to)));
        return DiffJson.of(negotiation, Axis.WORLD, from, to, knownAt, diff);
    }

    private Map<MatterAddress, List<UUID>> causes(
            KnownPrefix known, List<MatterAddress> matters, Function<RecordedHistory, List<UUID>> causes) {
        Map<MatterAddress, List<UUID>> found = new HashMap<>();
        states.forEachHistory(known, matters, history -> found.put(history.address(), causes.apply(history)));
        return found;
    }

    /** An instant of transaction time is at most now: nothing is recorded in the future. */
    private static Instant earlier(Instant instant, Instant now) {
        return instant.isBefore(now) ? instant : now;
    }

    /** When the last known entry was recorded: before a group, if the instant lies within one. */
    private static Instant recorded(KnownPrefix known, Instant knownAt) {
        return known.recordedAt() == null ? knownAt : known.recordedAt();
    }

    private List<MatterStateAsOf> seen(KnownPrefix known, Instant asOf, List<MatterAddress> matters) {
        return states.matters(known, asOf, matters).stream()
                .map(state -> MatterStateAsOf.at(asOf, state))
                .toList();
    }
}
