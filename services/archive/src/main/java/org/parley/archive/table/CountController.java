package org.parley.archive.table;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.StateQueries;
import org.parley.archive.table.CountParameters.Match;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.analysis.StateVariants;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts of matters over HTTP, as ranges where something is in doubt. */
@RestController
@Tag(name = "Tables")
final class CountController {
    private final StateQueries states;
    private final AnalysisSource source;
    private final Clock clock;

    CountController(StateQueries states, AnalysisSource source, Clock clock) {
        this.states = states;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Why a matter is not surely counted.
     *
     * @param reasons DISPUTED, POSSIBLE or INCOMPLETE
     * @param developments the developments in doubt
     */
    private record Doubts(Set<String> reasons, Set<UUID> developments) {}

    @DocumentedResponse(value = "MatterCount", description = "The count")
    @Operation(
            operationId = "count",
            summary = "The number of matters, as a range",
            description =
                    "How many matters match as of asOf, as known at knownAt. 'sure' are those that match whether or"
                            + " not the disputed developments, and those that may not have happened yet, hold: they make 'low'."
                            + " 'unsure' are those that match only with or only without them, and the agreements of which not all"
                            + " parties are known where a party is asked for; with them it is 'high'.")
    @GetMapping(path = "/api/negotiations/{negotiation}/count", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> count(
            @PathVariable String negotiation,
            @ParameterObject CountParameters parameters,
            @ParameterObject RequestedInstants instants) {
        TemporalPoint when = instants.temporalPoint(clock);
        AnalysisView view = source.view(negotiation, when);
        parameters.require(source.parties(view));
        Set<String> sure = new TreeSet<>();
        Map<String, Doubts> unsure = new TreeMap<>();
        Map<MatterAddress, MatterState> doubted = new LinkedHashMap<>();
        for (MatterState state : states.cachedMatters(view.known(), when, view.asOf())) {
            if (state.disputed() || state.isPossibleAt(view.asOf())) {
                doubted.put(state.address(), state);
            } else {
                sort(state, parameters, sure, unsure);
            }
        }
        if (!doubted.isEmpty()) {
            states.forEachHistory(
                    view.known(),
                    List.copyOf(doubted.keySet()),
                    history -> sort(history, view, parameters, sure, unsure));
        }
        return JsonResponse.of(json(view, sure, unsure));
    }

    private static void sort(
            MatterState state, CountParameters parameters, Set<String> sure, Map<String, Doubts> unsure) {
        String name = name(state.address());
        switch (parameters.match(state)) {
            case YES -> sure.add(name);
            case INCOMPLETE -> unsure.put(name, new Doubts(new TreeSet<>(Set.of(Match.INCOMPLETE.name())), Set.of()));
            case NO -> {}
        }
    }

    private static void sort(
            RecordedHistory history,
            AnalysisView view,
            CountParameters parameters,
            Set<String> sure,
            Map<String, Doubts> unsure) {
        List<StateVariants.Variant> variants = StateVariants.of(history, view.asOf());
        List<Match> matches = variants.stream()
                .map(variant -> parameters.match(variant.state()))
                .toList();
        if (matches.stream().allMatch(Match.YES::equals)) {
            sure.add(name(history.address()));
        } else if (!matches.stream().allMatch(Match.NO::equals)) {
            unsure.put(name(history.address()), doubts(variants, matches));
        }
    }

    /** The doubts about the developments without which the answer is another one. */
    private static Doubts doubts(List<StateVariants.Variant> variants, List<Match> matches) {
        Set<String> reasons = new TreeSet<>();
        Set<UUID> developments = new TreeSet<>();
        for (int i = 0; i < variants.size(); i++) {
            if (matches.get(i) == Match.INCOMPLETE) {
                reasons.add(Match.INCOMPLETE.name());
            }
            if (matches.get(i) != matches.getFirst()) {
                variants.get(i).without().forEach((development, doubts) -> {
                    developments.add(development);
                    doubts.forEach(doubt -> reasons.add(doubt.name()));
                });
            }
        }
        return new Doubts(reasons, developments);
    }

    private static String name(MatterAddress matter) {
        return matter.kind().slug() + "/" + matter.slug();
    }

    private static ObjectNode json(AnalysisView view, Set<String> sure, Map<String, Doubts> unsure) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", view.negotiation());
        json.put("asOf", PublishedEvent.time(view.asOf()));
        json.put("knownAt", PublishedEvent.time(view.knownAt()));
        json.put("through", view.known().through());
        json.put("low", sure.size());
        json.put("high", sure.size() + unsure.size());
        ArrayNode certain = json.putArray("sure");
        sure.forEach(certain::add);
        ArrayNode doubtful = json.putArray("unsure");
        unsure.forEach((matter, doubts) -> {
            ObjectNode one = doubtful.addObject().put("matter", matter);
            ArrayNode because = one.putArray("because");
            doubts.reasons().forEach(because::add);
            ArrayNode developments = one.putArray("developments");
            doubts.developments().forEach(each -> developments.add(each.toString()));
        });
        return json;
    }
}
