package org.parley.archive.trail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.Admissions;
import org.parley.access.NoPlaceException;
import org.parley.access.StreamPlaces;
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Problem;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What is recorded, told as it comes (Server-Sent Events).
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML: Server-sent events</a>
 */
@RestController
@Tag(name = "Live", description = "What is recorded, as it comes")
final class LiveController {
    private static final String FROM = "/from";

    private final Trail trail;
    private final LiveWatch watch;
    private final LiveProperties properties;
    private final StreamPlaces streams;
    private final Admissions admissions;

    LiveController(Trail trail, LiveWatch watch, LiveProperties properties, Admissions admissions) {
        this.trail = trail;
        this.watch = watch;
        this.properties = properties;
        this.streams = new StreamPlaces(properties.streamsMax(), properties.streamsPerClient());
        this.admissions = admissions;
    }

    @Answers(
            as = MediaType.TEXT_EVENT_STREAM_VALUE,
            description =
                    "A stream that does not end: of each event 'event' is its type, 'id' says how far it is, 'data'"
                            + " is a TrailEntry as JSON; an event 'reset' where it cannot resume")
    @Operation(
            operationId = "stream",
            summary = "The trail as it grows, as Server-Sent Events",
            description =
                    "Each event: 'id' says how far it is, 'event' is the type, 'data' the entry as in the trail. With"
                            + " Last-Event-ID, or 'from', it goes on behind that id, without loss or repeat, at any archive on"
                            + " the same Kafka; where it cannot, it says so by an event of type 'reset' and begins at the"
                            + " beginning. 'from' may be negotiation:position too; from negotiation:0 it begins at the"
                            + " beginning; without either with what comes next. An id has less than 200 characters, however many"
                            + " negotiations there are. A comment is sent after 15 seconds of silence. A reader that does not"
                            + " keep up is cut off, and resumes.")
    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @Parameter(description = "Only these negotiations; all when left out")
                    @RequestParam(required = false)
                    @Nullable List<String> negotiation,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable List<String> party,
            @Parameter(description = "As Last-Event-ID, which goes before it") @RequestParam(required = false) @Nullable String from,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response) {
        TrailFilter filter = new TrailAsked(null, null, null, null, kind, null, party, type, null, null, null, null)
                .read()
                .filter();
        List<String> negotiations = negotiation == null
                ? List.of()
                : negotiation.stream()
                        .filter(slug -> !slug.isBlank())
                        .distinct()
                        .toList();
        negotiations.forEach(trail::through); // complains of what there is not
        String id = lastEventId == null || lastEventId.isBlank() ? from : lastEventId;
        return begin(new LiveQuestion(negotiations, filter, LiveFrom.parse(FROM, id)), place(request), response);
    }

    private StreamPlaces.Place place(HttpServletRequest request) {
        try {
            return streams.take(request);
        } catch (NoPlaceException e) {
            throw e.isOfClient() ? Problem.tooMany(e.detail()) : Problem.notYet(e.detail());
        }
    }

    private SseEmitter begin(LiveQuestion question, StreamPlaces.Place place, HttpServletResponse response) {
        try {
            watch.join();
        } catch (RuntimeException | Error e) {
            place.close();
            throw e;
        }
        try {
            return follow(question, place, response);
        } catch (RuntimeException | Error e) {
            watch.leave();
            place.close();
            throw e;
        }
    }

    /** Once its thread runs, that gives back the place and leaves the watch. */
    private SseEmitter follow(LiveQuestion question, StreamPlaces.Place place, HttpServletResponse response) {
        if (watch.end().cursor() == null && question.needsPlaces()) {
            throw Problem.notYet(
                    "It is not known yet where the events are in Kafka: nothing was read, or the trail is made"
                            + " again by a later version. One negotiation can be followed meanwhile.");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Asks proxies not to hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        SseEmitter out = new SseEmitter(0L);
        LiveStream stream = new LiveStream(trail, watch, question, out, properties.heartbeat());
        // Ends with the account or the token that it was opened with.
        Admissions.Watch admitted = admissions.watch(admissions.current(), stream::end);
        Thread.ofVirtual().name("live-stream").start(() -> {
            try {
                stream.run();
            } finally {
                admitted.close();
                watch.leave();
                place.close();
            }
        });
        return out;
    }

    /** Before the web server waits for answers under way: these never end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        watch.close();
    }
}
