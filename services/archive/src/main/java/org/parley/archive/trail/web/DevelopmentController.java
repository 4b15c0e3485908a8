package org.parley.archive.trail.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.language.RequestLanguage;
import org.parley.archive.query.DevelopmentIds;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.contract.proof.TrailLine;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.time.Edtf;
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
public final class DevelopmentController {
    private final TrailRepository trail;
    private final Clock clock;

    public DevelopmentController(TrailRepository trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @DocumentedResponse(value = "Development", description = "The entry")
    @Operation(
            operationId = "development",
            summary = "One entry of a trail, with the editorial events about it",
            description = "The entry as in the trail. 'said' lists the editorial events about it, and those about"
                    + " them, in the order recorded. 'disregarded' marks an entry that was accepted under earlier rules"
                    + " and changes no state, because the present rules do not allow it there. 'openDisputes' are its"
                    + " unresolved disputes; an upheld one is resolved. 'leaf' is its hash in the Merkle tree of the trail."
                    + " A correction has its wording of the development as 'replacement'. knownAt limits the answer to what was recorded by then. With asOf before"
                    + " the recorded date the entry is not found; an entry without a date is always found.")
    @GetMapping(path = "/api/developments/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> development(@PathVariable String id, @ParameterObject RequestedInstants instants) {
        UUID development = DevelopmentIds.require("/id", id);
        TrailRepository.EntryAddress found = trail.find(development).orElseThrow(() -> unknown(development));
        TrailSpan span = trail.span(found.negotiation(), instants.temporalPoint(clock));
        List<TrailEntry> thread = trail.thread(span, found.first(), RequestLanguage.ofAnswer());
        TrailEntry entry = thread.stream()
                .filter(each -> each.event().developmentId().equals(development))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.notFound(
                        "Development " + development
                                + " had not been recorded by then. Leave out knownAt, or use a later one.",
                        "La entrada " + development
                                + " no estaba registrada entonces. Omita knownAt o use uno posterior."));
        requireOccurred(entry, span);
        ObjectNode json = json(span, entry, thread);
        json.put("leaf", TrailLine.leaf(entry.event()).base64());
        if (entry.targets() == null) {
            RecordedHistory matter = trail.history(span, entry.event().subject());
            json.put("disregarded", matter.isDisregarded(development));
            ArrayNode open = json.putArray("openDisputes");
            matter.openDisputes(development).forEach(dispute -> open.add(dispute.toString()));
        }
        ArrayNode said = json.putArray("said");
        Set<UUID> targeted = new HashSet<>(Set.of(development));
        for (TrailEntry later : thread) {
            if (later.targets() != null && targeted.contains(later.targets())) {
                targeted.add(later.event().developmentId());
                said.add(json(span, later, thread));
            }
        }
        return JsonResponse.of(json);
    }

    /** The entry; a correction with the sentence that it puts in place of the corrected one. */
    private ObjectNode json(TrailSpan span, TrailEntry entry, List<TrailEntry> thread) {
        ObjectNode json = TrailJson.of(entry);
        if (entry.event().entry().event() instanceof DevelopmentCorrected correction) {
            json.put(
                    "replacement",
                    trail.sentence(
                            span, thread.getFirst().event(), correction.replacement(), RequestLanguage.ofAnswer()));
        }
        return json;
    }

    /** Like the trail, which leaves out what had not occurred by then. */
    private static void requireOccurred(TrailEntry entry, TrailSpan span) {
        Edtf occurred = entry.event().entry().development().occurred();
        if (span.asOf() != null && occurred != null && occurred.start().isAfter(span.asOf())) {
            throw QueryProblemException.notFound(
                    "Development " + entry.event().developmentId() + " had not occurred by then: it occurred on "
                            + occurred.text() + ". Leave out asOf, or use a later one.",
                    "La entrada " + entry.event().developmentId() + " no había ocurrido entonces: ocurrió en "
                            + occurred.text() + ". Omita asOf o use uno posterior.");
        }
    }

    private static QueryProblemException unknown(UUID development) {
        return QueryProblemException.notFound(
                "There is no development " + development + ". If it was logged just now, add ?after-development="
                        + development + ".",
                "No hay ninguna entrada " + development + ". Si se acaba de registrar, añada ?after-development="
                        + development + ".");
    }
}
