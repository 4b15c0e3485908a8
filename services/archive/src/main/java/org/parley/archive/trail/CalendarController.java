package org.parley.archive.trail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Asked;
import org.parley.archive.question.JsonAnswer;
import org.parley.contract.Json;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The days of a negotiation over HTTP. */
@RestController
@Tag(name = "Trail")
final class CalendarController {
    private static final long REMEMBERED_BYTES = 16 << 20;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Trail trail;
    private final TrailCounts counts;
    private final Clock clock;

    /** Every page asks for it, and it changes only when something is recorded. */
    private final Cache<Of, byte[]> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_BYTES)
            .weigher((Of of, byte[] json) -> json.length)
            .expireAfterWrite(REMEMBERED)
            .build();

    CalendarController(Trail trail, TrailCounts counts, Clock clock) {
        this.trail = trail;
        this.counts = counts;
        this.clock = clock;
    }

    private record Of(String negotiation, long through) {}

    @Answers(value = "TrailCalendar", description = "The days")
    @Operation(
            operationId = "calendar",
            summary = "The days on which something happened, and on which something was recorded",
            description = "Days in UTC. 'world' counts developments by the day they are recorded to have begun on; one"
                    + " whose date was corrected later stays on the first, one that was retracted is left out. 'desk' counts"
                    + " all entries by the day they were recorded on. 'through' is the trail's last position.")
    @GetMapping(path = "/api/negotiations/{negotiation}/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> calendar(@PathVariable String negotiation, @ParameterObject Asked instants) {
        Span span = trail.span(negotiation, instants.when(clock));
        byte[] json = span.asOf() != null
                ? json(span)
                : remembered.get(new Of(negotiation, span.through()), of -> json(span));
        return JsonAnswer.of(json);
    }

    private byte[] json(Span span) {
        return Json.MAPPER.writeValueAsBytes(counts.calendar(span));
    }
}
