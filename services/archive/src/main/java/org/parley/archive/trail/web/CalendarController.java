package org.parley.archive.trail.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.query.TrailCounter;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.contract.Json;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The calendar of a negotiation over HTTP: the number of developments that happened, and of entries that were recorded,
 * on each day.
 */
@RestController
@Tag(name = "Trail")
public final class CalendarController {
    private static final long CACHE_BYTES = 16 << 20;
    private static final Duration CACHE_TTL = Duration.ofMinutes(10);

    private final TrailRepository trail;
    private final TrailCounter counts;
    private final Clock clock;

    /** Every page of the desk requests the calendar, and it changes only when something is recorded. */
    private final Cache<Of, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((Of of, byte[] json) -> json.length)
            .expireAfterWrite(CACHE_TTL)
            .build();

    public CalendarController(TrailRepository trail, TrailCounter counts, Clock clock) {
        this.trail = trail;
        this.counts = counts;
        this.clock = clock;
    }

    private record Of(String negotiation, long through) {}

    @DocumentedResponse(value = "TrailCalendar", description = "The days")
    @Operation(
            operationId = "calendar",
            summary = "How much happened, and was recorded, on each day",
            description = "Days in UTC. 'world' counts developments by the day on which they began, as first recorded:"
                    + " a later correction of the date does not move them. Retracted developments are left out. 'desk'"
                    + " counts all entries by the day on which they were recorded. 'through' is the trail's last"
                    + " position.")
    @FixedOnceKnown
    @GetMapping(path = "/api/negotiations/{negotiation}/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> calendar(@PathVariable String negotiation, @ParameterObject RequestedInstants instants) {
        TrailSpan span = trail.span(negotiation, instants.temporalPoint(clock));
        byte[] json =
                span.asOf() != null ? json(span) : cache.get(new Of(negotiation, span.through()), of -> json(span));
        return JsonResponse.of(json);
    }

    private byte[] json(TrailSpan span) {
        return Json.MAPPER.writeValueAsBytes(counts.calendar(span));
    }
}
