package org.parley.archive.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.QuestionDate;
import org.parley.contract.PublishedEvent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The TimeMap of a negotiation's state: everything that was ever known of it, by when it was. */
@RestController
@Tag(name = "State")
final class TimeMapController {
    /** How many mementos a page has at most. */
    static final int PAGE = 1_000;

    private static final MediaType LINK_FORMAT = MediaType.parseMediaType("application/link-format");

    private final States states;

    TimeMapController(States states) {
        this.states = states;
    }

    @Operation(
            summary = "All states of a negotiation on the desk's axis",
            description =
                    "The TimeMap of RFC 7089: a memento for every instant at which something was recorded, in pages of"
                            + " 1,000; a link of rel timemap leads to the next page.")
    @GetMapping(path = "/api/negotiations/{negotiation}/timemap", produces = "application/link-format")
    ResponseEntity<String> timeMap(
            @PathVariable String negotiation,
            @Parameter(description = "As of which instant of the world's time the states are")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            @Parameter(description = "Only what was recorded after this instant")
                    @RequestParam(required = false)
                    @Nullable String after) {
        QuestionDate.read("/asOf", asOf);
        Instant since = QuestionDate.read("/after", after);
        states.latest(negotiation);
        List<Instant> recorded = states.recorded(negotiation, since, PAGE + 1);
        Memento memento = new Memento(negotiation, asOf);
        List<Instant> page = recorded.subList(0, Math.min(PAGE, recorded.size()));
        boolean isFirst = since == null;
        boolean isLast = recorded.size() <= PAGE;
        StringJoiner links = new StringJoiner(",\n", "", "\n");
        links.add("<" + memento.address(null) + ">; rel=\"original timegate\"");
        links.add(self(memento, since, page));
        if (!isLast) {
            links.add("<" + page(memento, page.getLast()) + ">; rel=\"timemap\"; type=\"application/link-format\"");
        }
        for (int i = 0; i < page.size(); i++) {
            String rel =
                    (isFirst && i == 0 ? "first " : "") + (isLast && i == page.size() - 1 ? "last " : "") + "memento";
            links.add("<%s>; rel=\"%s\"; datetime=\"%s\""
                    .formatted(memento.address(page.get(i)), rel, Memento.date(page.get(i))));
        }
        return ResponseEntity.ok().contentType(LINK_FORMAT).body(links.toString());
    }

    private static String self(Memento memento, @Nullable Instant after, List<Instant> page) {
        String address = after == null ? memento.timeMap() : page(memento, after);
        String span = page.isEmpty()
                ? ""
                : "; from=\"%s\"; until=\"%s\"".formatted(Memento.date(page.getFirst()), Memento.date(page.getLast()));
        return "<" + address + ">; rel=\"self\"; type=\"application/link-format\"" + span;
    }

    private static String page(Memento memento, Instant after) {
        String map = memento.timeMap();
        return map + (map.contains("?") ? "&" : "?") + "after=" + PublishedEvent.time(after);
    }
}
