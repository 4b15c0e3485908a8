package org.parley.archive.table;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.AcceptHeader;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.domain.analysis.EffectiveStep;
import org.parley.domain.analysis.PartyNetwork;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.negotiation.NegotiationDetail;
import org.parley.domain.party.PartyCode;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network of parties over HTTP. Its size depends on the number of parties, not on the length of the trail. */
@RestController
@Tag(name = "Tables")
final class NetworkController {
    private static final String JSON = "json";
    private static final String GRAPHML = "graphml";
    private static final String GRAPHML_TYPE = "application/graphml+xml";

    private final AnalysisSource source;
    private final Clock clock;

    NetworkController(AnalysisSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @DocumentedResponse(
            value = "PartyNetwork",
            mediaTypes = {MediaType.APPLICATION_JSON_VALUE, GRAPHML_TYPE},
            description = "The network")
    @Operation(
            operationId = "network",
            summary = "The parties of a negotiation and what links them",
            description = "Two parties are linked by each effective development as of asOf, as known at knownAt, that"
                    + " names both: 'weight' is their number, by 'kinds' of matter. Admissions link nobody. GraphML"
                    + " (format=graphml) opens in Gephi, igraph and NetworkX.")
    @GetMapping("/api/negotiations/{negotiation}/network")
    ResponseEntity<byte[]> network(
            @PathVariable String negotiation,
            @Parameter(description = "json or graphml; takes precedence over Accept, and is json where neither chooses")
                    @RequestParam(required = false)
                    @Nullable String format,
            @ParameterObject RequestedInstants instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String form = form(format, accept);
        AnalysisView view = source.view(negotiation, instants.temporalPoint(clock));
        NetworkDocument document = document(view);
        ResponseEntity<byte[]> answer = form.equals(JSON)
                ? JsonResponse.of(document.json())
                : ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(GRAPHML_TYPE))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + negotiation + "-network.graphml\"")
                        .body(document.graphMl());
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private static String form(@Nullable String format, @Nullable String accept) {
        String given = format == null || format.isBlank()
                ? AcceptHeader.preferred(accept, List.of(MediaType.APPLICATION_JSON_VALUE, GRAPHML_TYPE))
                                .equals(GRAPHML_TYPE)
                        ? GRAPHML
                        : JSON
                : format.strip();
        if (!given.equals(JSON) && !given.equals(GRAPHML)) {
            throw QueryProblemException.badRequest("/format", "must be json or graphml", "debe ser json o graphml");
        }
        return given;
    }

    private NetworkDocument document(AnalysisView view) {
        PartyNetwork network = new PartyNetwork();
        AtomicReference<@Nullable RecordedHistory> own = new AtomicReference<>();
        source.histories().forEach(view.known(), history -> {
            if (history.address().equals(MatterAddress.ofNegotiation(view.negotiation()))) {
                own.set(history);
            }
            EffectiveStep.forEach(
                    history,
                    view.asOf(),
                    step -> network.add(history.address(), step.occurrence().event()));
        });
        return new NetworkDocument(view, nodes(view, own.get(), network), network);
    }

    /** The parties of the state, then those named in developments although their admission came later. */
    private static List<NetworkDocument.Node> nodes(
            AnalysisView view, @Nullable RecordedHistory own, PartyNetwork network) {
        List<NetworkDocument.Node> nodes = new ArrayList<>();
        if (own != null) {
            own.state(view.asOf())
                    .map(state -> ((NegotiationDetail) state.detail()).parties())
                    .orElse(List.of())
                    .forEach(party -> nodes.add(new NetworkDocument.Node(party.code(), party)));
        }
        PartyRegister register = own == null ? PartyRegister.EMPTY : PartyRegister.of(own);
        Set<PartyCode> listed = new HashSet<>();
        nodes.forEach(node -> listed.add(node.code()));
        for (PartyCode code : network.named()) {
            if (listed.add(code)) {
                nodes.add(new NetworkDocument.Node(
                        code, register.at(code, view.asOf()).orElse(null)));
            }
        }
        return nodes;
    }
}
