package org.parley.archive.trail.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.archive.trail.search.TrailNames;
import org.parley.contract.Json;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a negotiation, its parties and its matters are called, without their states. */
@RestController
@Tag(name = "Trail")
public final class NamesController {
    private static final int MATTERS_MAX = 500;

    private final TrailRepository trail;
    private final Clock clock;

    public NamesController(TrailRepository trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @DocumentedResponse(value = "NegotiationNames", description = "The names")
    @Operation(
            operationId = "names",
            summary = "What a negotiation, its parties and some of its matters are called",
            description = "The negotiation's title, the name of each party by its code, and the titles of the requested"
                    + " matters by their references. A matter without a title has its slug; one that does not exist is"
                    + " left out.")
    @FixedOnceKnown
    @GetMapping(path = "/api/negotiations/{negotiation}/names", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> names(
            @PathVariable String negotiation,
            @Parameter(description = "A matter to name, as kind/slug: up to 500")
                    @RequestParam(required = false)
                    @Nullable List<String> matter,
            @ParameterObject RequestedInstants instants) {
        TrailSpan span = trail.span(negotiation, instants.temporalPoint(clock));
        List<MatterAddress> matters = matters(negotiation, matter == null ? List.of() : matter);
        List<MatterAddress> requested = new ArrayList<>(matters);
        requested.add(MatterAddress.ofNegotiation(negotiation));
        TrailNames names = trail.names(span, requested);
        Instant asOf = span.asOf() == null ? Instant.MAX : span.asOf();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", negotiation);
        json.put("title", names.title(MatterAddress.ofNegotiation(negotiation), asOf));
        ObjectNode parties = json.putObject("parties");
        names.parties(negotiation, asOf).forEach(parties::put);
        ObjectNode titles = json.putObject("matters");
        matters.stream()
                .filter(names::isKnown)
                .forEach(each -> titles.put(each.kind().slug() + "/" + each.slug(), names.title(each, asOf)));
        return JsonResponse.of(json);
    }

    private static List<MatterAddress> matters(String negotiation, List<String> references) {
        if (references.size() > MATTERS_MAX) {
            throw QueryProblemException.badRequest(
                    "/matter", "at most " + MATTERS_MAX + " matters", "a lo sumo " + MATTERS_MAX + " asuntos");
        }
        return references.stream()
                .distinct()
                .map(reference -> address(negotiation, reference)
                        .orElseThrow(() -> QueryProblemException.badRequest(
                                "/matter",
                                "'" + reference + "' is not a matter as kind/slug: ceasefire/alaska",
                                "«" + reference + "» no es un asunto como tipo/nombre corto: ceasefire/alaska")))
                .toList();
    }

    private static Optional<MatterAddress> address(String negotiation, String reference) {
        int slash = reference.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            return MatterKind.ofSlug(reference.substring(0, slash))
                    .map(kind -> new MatterAddress(negotiation, kind, reference.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
