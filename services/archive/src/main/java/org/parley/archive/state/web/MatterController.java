package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.language.RequestLanguage;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One matter over HTTP. */
@RestController
@Tag(name = "State")
public final class MatterController {
    private final StateQueries states;
    private final Clock clock;

    public MatterController(StateQueries states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @DocumentedResponse(value = "Matter", description = "The matter")
    @Operation(
            operationId = "matter",
            summary = "The state of a matter, and its history",
            description = "The matter's state, its version (the number of its events, for If-Match), and its effective"
                    + " history in the order of valid time, with the last corrections applied and without what was"
                    + " retracted. 'disregarded' marks a development that was accepted under earlier rules and changes"
                    + " no state, because the present rules do not allow it there. 'history' is a page of the history,"
                    + " 'historyCount' its length; 'next' is the development to pass as 'after', null at the end, and a"
                    + " Link with rel=next leads to the next page of the same history. 'mentionedIn' are the matters"
                    + " that refer to it: votes about it, meetings that touched it, parts of an agreement.")
    @FixedOnceKnown
    @GetMapping(
            path = "/api/negotiations/{negotiation}/matters/{kind}/{matter}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> matter(
            @PathVariable String negotiation,
            @PathVariable String kind,
            @PathVariable String matter,
            @ParameterObject RequestedInstants instants,
            @ParameterObject HistoryPage page,
            @Parameter(
                            description = "The instant of transaction time (RFC 7089), as an HTTP date;"
                                    + " Content-Location is the permalink of the answer. Ignored if knownAt is given")
                    @RequestHeader(name = Memento.ACCEPT_DATETIME, required = false)
                    @Nullable String acceptDatetime) {
        TemporalPoint requested = instants.temporalPoint(clock);
        KnownPrefix latest = states.latest(negotiation);
        MatterAddress address = address(negotiation, kind, matter);
        boolean isNegotiable = instants.knownAt() == null || instants.knownAt().isBlank();
        TemporalPoint when = acceptDatetime == null || !isNegotiable
                ? requested
                : accepted(address, latest, requested, acceptDatetime);
        KnownPrefix known = states.knownAt(latest, when);
        Instant asOf = when.asOf(latest.completeFrom());
        Instant knownAt = when.knownAt(latest.recordedAt());
        RecordedHistory history = states.history(known, address);
        requireRecorded(history, latest, address);
        List<Occurrence> effective = history.effective();
        MatterState state = history.state(asOf).orElseThrow(() -> notExistingThen(address, effective));
        HistoryPage.Slice shown = page.slice(effective.stream()
                .takeWhile(occurrence -> !occurrence.start().isAfter(asOf))
                .toList());
        MatterNames names = new MatterNames(history, states.history(known, MatterAddress.ofNegotiation(negotiation)));
        ObjectNode json = new MatterJson(history, names, asOf, knownAt, RequestLanguage.ofAnswer())
                .of(state, shown, known.through());
        mentions(known, asOf, address).forEach(json.putArray("mentionedIn")::add);
        ResponseEntity<byte[]> answer = JsonResponse.of(json);
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        Memento memento = Memento.of(address, instants.asOf());
        String permalink = when.requestedKnownAt() == null ? null : memento.permalink(asOf, knownAt, page.parameters());
        headers.addAll(memento.headers(permalink, knownAt, isNegotiable));
        if (shown.next() != null) {
            headers.add(
                    HttpHeaders.LINK,
                    "<" + nextPage(address, asOf, knownAt, shown.next(), page.limitOrDefault()) + ">; rel=\"next\"");
        }
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    /** The matters that refer to a matter, without their details. A reference ends with its slug and a quotation mark. */
    private Stream<JsonNode> mentions(KnownPrefix known, Instant asOf, MatterAddress address) {
        return states.mattersWith(known, asOf, address.slug() + '"').stream()
                .filter(other -> !other.address().equals(address))
                .map(other -> StateJson.of(other, asOf))
                .filter(other -> MatterMention.isOf(other, address))
                .map(other -> other.without("detail"));
    }

    /** The URL of the next page of the history, with the same instants. */
    private static String nextPage(MatterAddress address, Instant asOf, Instant knownAt, UUID after, int limit) {
        return UriComponentsBuilder.fromPath(Memento.of(address, null).path())
                .queryParam("asOf", PublishedEvent.time(asOf))
                .queryParam("knownAt", PublishedEvent.time(knownAt))
                .queryParam("after", after)
                .queryParam("limit", limit)
                .build()
                .toUriString();
    }

    private TemporalPoint accepted(
            MatterAddress address, KnownPrefix latest, TemporalPoint requested, String datetime) {
        Instant first = states.recorded(address, null, 1).stream().findFirst().orElseThrow(() -> unknown(address));
        return Memento.accepted(datetime, requested, first, requested.knownAt(latest.recordedAt()));
    }

    private void requireRecorded(RecordedHistory history, KnownPrefix latest, MatterAddress address) {
        if (history.version() > 0) {
            return;
        }
        RecordedHistory ever = states.history(latest, address);
        throw ever.version() == 0
                ? unknown(address)
                : QueryProblemException.notFound(
                        "Nothing was recorded of " + address + " by then: its first development was"
                                + " recorded at "
                                + PublishedEvent.time(ever.entries().get(0).recordedAt())
                                + ". Use knownAt from then on.",
                        "Entonces no había nada registrado de «" + address + "»: su primera entrada se registró en "
                                + PublishedEvent.time(ever.entries().get(0).recordedAt())
                                + ". Use knownAt desde ese momento.");
    }

    private static QueryProblemException notExistingThen(MatterAddress address, List<Occurrence> effective) {
        if (effective.isEmpty()) {
            return QueryProblemException.notFound(
                    "Everything recorded of " + address + " has been retracted. GET /api/negotiations/"
                            + address.negotiation() + "/trail?matter=" + address.slug() + " lists it.",
                    "Todo lo registrado de «" + address + "» se ha retractado. GET /api/negotiations/"
                            + address.negotiation() + "/trail?matter=" + address.slug() + " lo enumera.");
        }
        return QueryProblemException.notFound(
                address + " did not exist by then: it has existed since "
                        + effective.get(0).development().occurred() + ". Use asOf from then on.",
                "«" + address + "» no existía entonces: existe desde "
                        + effective.get(0).development().occurred() + ". Use asOf desde esa fecha.");
    }

    static MatterAddress address(String negotiation, String kind, String matter) {
        MatterKind known = kind(kind);
        try {
            return new MatterAddress(negotiation, known, matter);
        } catch (IllegalArgumentException e) {
            throw QueryProblemException.notFound(
                    String.valueOf(e.getMessage()),
                    "«" + matter + "» no es un nombre corto: minúsculas y cifras, con un guion entre palabras");
        }
    }

    /**
     * A kind of matter.
     *
     * @throws QueryProblemException (404) if there is no such kind
     */
    static MatterKind kind(String slug) {
        return MatterKind.ofSlug(slug).orElseThrow(() -> {
            String all = Stream.of(MatterKind.values()).map(MatterKind::slug).collect(Collectors.joining(", "));
            return QueryProblemException.notFound(
                    "There is no kind of matter '" + slug + "'; the kinds are " + all + ".",
                    "No hay ningún tipo de asunto «" + slug + "»; los tipos son " + all + ".");
        });
    }

    static QueryProblemException unknown(MatterAddress address) {
        return QueryProblemException.notFound(
                "There is no matter " + address + ". GET /api/negotiations/" + address.negotiation()
                        + " lists all of them.",
                "No hay ningún asunto «" + address + "». GET /api/negotiations/" + address.negotiation()
                        + " los enumera.");
    }
}
