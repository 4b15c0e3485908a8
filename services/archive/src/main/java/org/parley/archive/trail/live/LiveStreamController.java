package org.parley.archive.trail.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.session.AuthenticationMonitor;
import org.parley.access.session.StreamLimitException;
import org.parley.access.session.StreamLimiter;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.trail.query.LiveQuery;
import org.parley.archive.trail.query.ResumePoint;
import org.parley.archive.trail.query.TrailFilter;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.archive.trail.query.TrailRepository;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams new entries as Server-Sent Events.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML: Server-sent events</a>
 */
@RestController
@Tag(name = "Live", description = "New entries, as they are recorded")
public final class LiveStreamController {
    private static final String FROM = "/from";

    private final TrailRepository trail;
    private final LiveUpdateFeed watch;
    private final LiveStreamProperties properties;
    private final StreamLimiter streams;
    private final AuthenticationMonitor admissions;

    public LiveStreamController(
            TrailRepository trail,
            LiveUpdateFeed watch,
            LiveStreamProperties properties,
            AuthenticationMonitor admissions) {
        this.trail = trail;
        this.watch = watch;
        this.properties = properties;
        this.streams = new StreamLimiter(properties.streamsMax(), properties.streamsPerClient());
        this.admissions = admissions;
    }

    @DocumentedResponse(
            mediaTypes = MediaType.TEXT_EVENT_STREAM_VALUE,
            description = "A stream without end. In each event 'event' is the type, 'id' is the cursor, 'data' is a"
                    + " TrailEntry as JSON; an event 'reset' where it cannot resume")
    @Operation(
            operationId = "stream",
            summary = "New entries of the trail as Server-Sent Events",
            description = "In each event 'id' is the cursor, 'event' the type, 'data' the entry as in the trail. With"
                    + " Last-Event-ID, or 'from', the stream continues after that id, without loss or repeat,"
                    + " at any archive on the same Kafka. Where it cannot, it sends an event of type 'reset'"
                    + " and starts at the beginning. 'from' may also be negotiation:position; negotiation:0"
                    + " starts at the beginning. Without either it starts with the next entry. An id has fewer"
                    + " than 200 characters, for any number of negotiations. A comment is sent after 15 seconds"
                    + " of silence. A reader that does not keep up is disconnected, and can resume.")
    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @Parameter(description = "Only these negotiations; all by default")
                    @RequestParam(required = false)
                    @Nullable List<String> negotiation,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable List<String> party,
            @Parameter(description = "Like Last-Event-ID, which takes precedence")
                    @RequestParam(required = false)
                    @Nullable String from,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response) {
        TrailFilter filter = new TrailQuery(
                        null, null, null, null, kind, null, party, type, null, null, null, null, null)
                .toPage()
                .filter();
        List<String> negotiations = negotiation == null
                ? List.of()
                : negotiation.stream()
                        .filter(slug -> !slug.isBlank())
                        .distinct()
                        .toList();
        negotiations.forEach(trail::lastPosition); // 404 for an unknown negotiation
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            SseEmitter empty = new SseEmitter();
            empty.complete();
            return empty;
        }
        String id = lastEventId == null || lastEventId.isBlank() ? from : lastEventId;
        return subscribe(new LiveQuery(negotiations, filter, ResumePoint.parse(FROM, id)), place(request), response);
    }

    private StreamLimiter.Permit place(HttpServletRequest request) {
        try {
            return streams.acquire(request);
        } catch (StreamLimitException e) {
            throw e.isClientLimit()
                    ? QueryProblemException.tooManyRequests(e.detail())
                    : QueryProblemException.unavailable(e.detail());
        }
    }

    private SseEmitter subscribe(LiveQuery query, StreamLimiter.Permit place, HttpServletResponse response) {
        try {
            watch.subscribe();
        } catch (RuntimeException | Error e) {
            place.close();
            throw e;
        }
        try {
            return follow(query, place, response);
        } catch (RuntimeException | Error e) {
            watch.unsubscribe();
            place.close();
            throw e;
        }
    }

    /** Starts the thread of the stream, which releases the permit and the subscription when it ends. */
    private SseEmitter follow(LiveQuery query, StreamLimiter.Permit place, HttpServletResponse response) {
        if (watch.end().cursor() == null && query.needsOffsets()) {
            throw QueryProblemException.unavailable(
                    "The offsets of the events are not known yet: nothing has been read, or the trail is being"
                            + " rebuilt by a later version. A single negotiation can be followed meanwhile.",
                    "Todavía no se conocen los lugares de los actos en Kafka: no se ha leído nada, o una versión"
                            + " posterior está reconstruyendo el registro. Entretanto se puede seguir una sola"
                            + " negociación.");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Asks proxies not to buffer events.
        response.setHeader("X-Accel-Buffering", "no");
        SseEmitter out = new SseEmitter(0L);
        LiveStream stream = new LiveStream(trail, watch, query, out, properties.heartbeat());
        // The stream ends when the credential that opened it becomes invalid.
        AuthenticationMonitor.Watch admitted = admissions.watch(admissions.currentValidity(), stream::end);
        Thread.ofVirtual().name("live-stream").start(() -> {
            try {
                stream.run();
            } finally {
                admitted.close();
                watch.unsubscribe();
                place.close();
            }
        });
        return out;
    }

    /** Runs before the web server waits for active requests, since streams never end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        watch.close();
    }
}
