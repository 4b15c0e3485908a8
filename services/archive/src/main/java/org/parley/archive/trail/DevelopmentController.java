package org.parley.archive.trail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Asked;
import org.parley.archive.question.DevelopmentIds;
import org.parley.archive.question.JsonAnswer;
import org.parley.archive.question.Problem;
import org.parley.history.History;
import org.parley.time.Edtf;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One development over HTTP. */
@RestController
@Tag(name = "Trail")
final class DevelopmentController {
    private final Trail trail;
    private final Clock clock;

    DevelopmentController(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Answers(value = "Development", description = "The entry")
    @Operation(
            operationId = "development",
            summary = "One entry of a trail, with all that was later said of it",
            description = "The entry as in the trail; 'said' holds the editorial events that speak of it, or of one"
                    + " another, in the order recorded. 'disregarded' marks what was accepted under earlier rules and changes"
                    + " no state, since by the present ones it is not possible where it stands;"
                    + " 'openDisputes' are the disputes about it that are still to be resolved;"
                    + " one that was upheld is not among them. With knownAt only what was recorded by then. With asOf not found while,"
                    + " by the date recorded, it had not happened; what has no date always is.")
    @GetMapping(path = "/api/developments/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> development(@PathVariable String id, @ParameterObject Asked instants) {
        UUID development = DevelopmentIds.require("/id", id);
        Trail.Found found = trail.find(development).orElseThrow(() -> unknown(development));
        Span span = trail.span(found.negotiation(), instants.when(clock));
        List<TrailEntry> account = trail.account(span, found.first());
        TrailEntry entry = account.stream()
                .filter(each -> each.event().developmentId().equals(development))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Development " + development + " had not been recorded by then."
                        + " Ask without knownAt, or with a later one."));
        requireOccurred(entry, span);
        ObjectNode json = TrailJson.of(entry);
        if (entry.targets() == null) {
            History matter = trail.history(span, entry.event().subject());
            json.put("disregarded", matter.isDisregarded(development));
            ArrayNode open = json.putArray("openDisputes");
            matter.openDisputes(development).forEach(dispute -> open.add(dispute.toString()));
        }
        ArrayNode said = json.putArray("said");
        Set<UUID> spokenOf = new HashSet<>(Set.of(development));
        for (TrailEntry later : account) {
            if (later.targets() != null && spokenOf.contains(later.targets())) {
                spokenOf.add(later.event().developmentId());
                said.add(TrailJson.of(later));
            }
        }
        return JsonAnswer.of(json);
    }

    /** The trail leaves out the same. */
    private static void requireOccurred(TrailEntry entry, Span span) {
        Edtf occurred = entry.event().entry().development().occurred();
        if (span.asOf() != null && occurred != null && occurred.start().isAfter(span.asOf())) {
            throw Problem.notFound(
                    "Development " + entry.event().developmentId() + " had not occurred by then: it did on "
                            + occurred.text() + ". Ask without asOf, or with a later one.");
        }
    }

    private static Problem unknown(UUID development) {
        return Problem.notFound("There is no development " + development
                + ". If it was logged just now, ask with ?after-development=" + development + ".");
    }
}
