package org.parley.archive.state;

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
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Asked;
import org.parley.archive.question.JsonAnswer;
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.contract.PublishedEvent;
import org.parley.history.History;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** One matter over HTTP. */
@RestController
@Tag(name = "State")
final class MatterController {
    private final States states;
    private final Clock clock;

    MatterController(States states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @Answers(value = "Matter", description = "The matter")
    @Operation(
            operationId = "matter",
            summary = "The state of a matter, and its history",
            description = "The matter's state, its version (the number of its events, for If-Match), and its effective"
                    + " history in the order of valid time, with the last corrections applied and without what was"
                    + " retracted. 'disregarded' marks a development that was accepted under earlier rules and changes"
                    + " no state, because the present rules do not allow it there. 'history' is a page of the history,"
                    + " 'historyCount' its length; 'next' is the development to pass as 'after', null at the end, and a"
                    + " Link with rel=next leads to the next page of the same history.")
    @GetMapping(
            path = "/api/negotiations/{negotiation}/matters/{kind}/{matter}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> matter(
            @PathVariable String negotiation,
            @PathVariable String kind,
            @PathVariable String matter,
            @ParameterObject Asked instants,
            @ParameterObject HistoryPage page,
            @Parameter(
                            description = "The instant of transaction time (RFC 7089), as an HTTP date;"
                                    + " Content-Location is the permalink of the answer. Ignored if knownAt is given")
                    @RequestHeader(name = Memento.ACCEPT_DATETIME, required = false)
                    @Nullable String acceptDatetime) {
        When requested = instants.when(clock);
        Known latest = states.latest(negotiation);
        MatterAddress address = address(negotiation, kind, matter);
        boolean isNegotiable = instants.knownAt() == null || instants.knownAt().isBlank();
        When when = acceptDatetime == null || !isNegotiable ? requested : accepted(address, latest, requested, acceptDatetime);
        Known known = states.knownAt(latest, when);
        Instant asOf = when.asOf(latest.reached());
        Instant knownAt = when.knownAt(latest.recordedAt());
        History history = states.history(known, address);
        requireRecorded(history, latest, address);
        List<Occurrence> effective = history.effective();
        MatterState state = history.state(asOf).orElseThrow(() -> notExistingThen(address, effective));
        HistoryPage.Shown shown = page.of(effective.stream()
                .takeWhile(occurrence -> !occurrence.start().isAfter(asOf))
                .toList());
        CalledNames names = new CalledNames(history, states.history(known, MatterAddress.ofNegotiation(negotiation)));
        ResponseEntity<byte[]> answer =
                JsonAnswer.of(new MatterJson(history, names, asOf, knownAt).of(state, shown, known.through()));
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        Memento memento = Memento.of(address, instants.asOf());
        String permalink = when.givenKnownAt() == null ? null : memento.permalink(asOf, knownAt, page.parameters());
        headers.addAll(memento.headers(permalink, knownAt, isNegotiable));
        if (shown.next() != null) {
            headers.add(
                    HttpHeaders.LINK,
                    "<" + nextPage(address, asOf, knownAt, shown.next(), page.most()) + ">; rel=\"next\"");
        }
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
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

    private When accepted(MatterAddress address, Known latest, When requested, String datetime) {
        Instant first = states.recorded(address, null, 1).stream().findFirst().orElseThrow(() -> unknown(address));
        return Memento.accepted(datetime, requested, first, requested.knownAt(latest.recordedAt()));
    }

    private void requireRecorded(History history, Known latest, MatterAddress address) {
        if (history.version() > 0) {
            return;
        }
        History ever = states.history(latest, address);
        throw ever.version() == 0
                ? unknown(address)
                : Problem.notFound("Nothing was recorded of " + address + " by then: its first development was"
                        + " recorded at "
                        + PublishedEvent.time(ever.entries().get(0).recordedAt())
                        + ". Use knownAt from then on.");
    }

    private static Problem notExistingThen(MatterAddress address, List<Occurrence> effective) {
        if (effective.isEmpty()) {
            return Problem.notFound(
                    "Everything recorded of " + address + " has been retracted. GET /api/negotiations/"
                            + address.negotiation() + "/trail?matter=" + address.slug() + " lists it.");
        }
        return Problem.notFound(address + " did not exist by then: it has existed since "
                + effective.get(0).development().occurred() + ". Use asOf from then on.");
    }

    static MatterAddress address(String negotiation, String kind, String matter) {
        Kind known = Kind.ofSlug(kind)
                .orElseThrow(() -> Problem.notFound("There is no kind of matter '" + kind + "'; the kinds are "
                        + Stream.of(Kind.values()).map(Kind::slug).collect(Collectors.joining(", ")) + "."));
        try {
            return new MatterAddress(negotiation, known, matter);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(String.valueOf(e.getMessage()));
        }
    }

    static Problem unknown(MatterAddress address) {
        return Problem.notFound("There is no matter " + address + ". GET /api/negotiations/" + address.negotiation()
                + " lists all of them.");
    }
}
