package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.InstantParameter;
import org.parley.archive.state.query.StateQueries;
import org.parley.domain.matter.MatterAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The TimeMaps of states (RFC 7089): the list of all mementos over transaction time. */
@RestController
@Tag(name = "State")
public final class TimeMapController {
    /** The maximum number of mementos of a page. */
    static final int PAGE = 1_000;

    private static final MediaType LINK_FORMAT = MediaType.parseMediaType("application/link-format");

    private static final String AS_OF = "The instant of valid time of the states";
    private static final String AFTER = "Only what was recorded after this instant";

    private final StateQueries states;

    public TimeMapController(StateQueries states) {
        this.states = states;
    }

    @DocumentedResponse(mediaTypes = "application/link-format", description = "The TimeMap")
    @Operation(
            operationId = "timeMap",
            summary = "The mementos of a negotiation over transaction time",
            description =
                    "The TimeMap of RFC 7089: a memento for every instant at which something was recorded, in pages of"
                            + " 1,000; a link with rel=timemap leads to the next page.")
    @GetMapping(path = "/api/negotiations/{negotiation}/timemap", produces = "application/link-format")
    ResponseEntity<String> ofNegotiation(
            @PathVariable String negotiation,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = AFTER) @RequestParam(required = false) @Nullable String after) {
        Instant since = read(asOf, after);
        states.latest(negotiation);
        return answer(Memento.of(negotiation, asOf), since, states.recorded(negotiation, since, PAGE + 1));
    }

    @DocumentedResponse(mediaTypes = "application/link-format", description = "The TimeMap")
    @Operation(
            operationId = "matterTimeMap",
            summary = "The mementos of a matter over transaction time",
            description = "A TimeMap like that of the negotiation: a memento for every instant at which something was"
                    + " recorded of the matter.")
    @GetMapping(
            path = "/api/negotiations/{negotiation}/matters/{kind}/{matter}/timemap",
            produces = "application/link-format")
    ResponseEntity<String> ofMatter(
            @PathVariable String negotiation,
            @PathVariable String kind,
            @PathVariable String matter,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = AFTER) @RequestParam(required = false) @Nullable String after) {
        Instant since = read(asOf, after);
        states.latest(negotiation);
        MatterAddress address = MatterController.address(negotiation, kind, matter);
        if (states.recorded(address, null, 1).isEmpty()) {
            throw MatterController.unknown(address);
        }
        return answer(Memento.of(address, asOf), since, states.recorded(address, since, PAGE + 1));
    }

    private static @Nullable Instant read(@Nullable String asOf, @Nullable String after) {
        InstantParameter.parse("/asOf", asOf);
        return InstantParameter.parse("/after", after);
    }

    private static ResponseEntity<String> answer(Memento memento, @Nullable Instant after, List<Instant> recorded) {
        List<Instant> page = recorded.subList(0, Math.min(PAGE, recorded.size()));
        boolean isFirst = after == null;
        boolean isLast = recorded.size() <= PAGE;
        StringJoiner links = new StringJoiner(",\n", "", "\n");
        links.add("<" + memento.address(null) + ">; rel=\"original timegate\"");
        links.add(self(memento, after, page));
        if (!isLast) {
            links.add("<" + memento.timeMap(page.getLast()) + ">; rel=\"timemap\"; type=\"" + LINK_FORMAT + "\"");
        }
        for (int i = 0; i < page.size(); i++) {
            String first = isFirst && i == 0 ? "first " : "";
            String last = isLast && i == page.size() - 1 ? "last " : "";
            links.add(memento.link(page.get(i), first + last + "memento"));
        }
        return ResponseEntity.ok().contentType(LINK_FORMAT).body(links.toString());
    }

    private static String self(Memento memento, @Nullable Instant after, List<Instant> page) {
        String span = page.isEmpty()
                ? ""
                : "; from=\"%s\"; until=\"%s\"".formatted(Memento.date(page.getFirst()), Memento.date(page.getLast()));
        return "<" + memento.timeMap(after) + ">; rel=\"self\"; type=\"" + LINK_FORMAT + "\"" + span;
    }
}
