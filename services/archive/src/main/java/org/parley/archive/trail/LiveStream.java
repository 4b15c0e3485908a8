package org.parley.archive.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.contract.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One reader's live stream, on a thread of its own. Nothing is queued for it: it takes a portion from the trail, writes
 * it, and takes the next. A reader that takes nothing for as long as the server waits for a write is cut off there, and
 * resumes where it was.
 */
final class LiveStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    private static final int PORTION = 200;
    private static final long RECONNECT_MILLIS = 2_000;

    private final Trail trail;
    private final LiveWatch watch;
    private final LiveQuestion question;
    private final SseEmitter out;
    private final Duration heartbeat;
    private final Clock clock;
    private final LivePlaces places;
    private volatile boolean gone;

    LiveStream(Trail trail, LiveWatch watch, LiveQuestion question, SseEmitter out, Duration heartbeat, Clock clock) {
        this.trail = trail;
        this.watch = watch;
        this.question = question;
        this.out = out;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.places = question.from();
        out.onCompletion(() -> gone = true);
    }

    /** Ends it from another thread, at once. */
    void end() {
        gone = true;
        out.complete();
    }

    @Override
    public void run() {
        try {
            Map<String, Long> ends = watch.ends();
            begin(ends);
            long silentSince = System.nanoTime();
            while (!gone && !watch.isClosed()) {
                if (send(ends)) {
                    silentSince = System.nanoTime();
                }
                long left = heartbeat.toNanos() - (System.nanoTime() - silentSince);
                if (left <= 0) {
                    beat();
                    silentSince = System.nanoTime();
                    left = heartbeat.toNanos();
                }
                ends = watch.await(ends, left);
            }
            out.complete();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // The reader is gone, or too slow; it knows where to resume.
            out.complete();
        } catch (RuntimeException e) {
            LOG.warn("A live stream ends: the trail cannot be read", e);
            out.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.complete();
        }
    }

    private void begin(Map<String, Long> ends) throws IOException {
        out.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("parley"));
        for (String negotiation : question.concerned(ends)) {
            long end = ends.getOrDefault(negotiation, 0L);
            if (places.of(negotiation).isEmpty()) {
                // Whoever resumes has not seen it: it was opened since. Otherwise: from what comes next.
                places.reach(negotiation, question.resumes() ? 0 : end);
            } else if (places.of(negotiation).orElse(0L) > end) {
                out.send(SseEmitter.event().comment(negotiation + " is at " + end + "; waiting"));
            }
        }
    }

    /** Sends all there is behind the places reached; whether there was anything. */
    private boolean send(Map<String, Long> ends) throws IOException {
        boolean sent = false;
        for (String negotiation : question.concerned(new TreeMap<>(ends))) {
            long end = ends.getOrDefault(negotiation, 0L);
            // A negotiation opened since the stream began is told from its beginning.
            long reached = places.of(negotiation).orElse(0L);
            while (reached < end && !gone) {
                List<TrailEntry> portion = trail.page(
                        Trail.upTo(negotiation, end, clock.instant()),
                        new TrailAsked.Page(question.filter(), reached, Long.MAX_VALUE, false, PORTION));
                for (TrailEntry entry : portion) {
                    if (gone) {
                        return sent;
                    }
                    places.reach(negotiation, entry.position());
                    send(negotiation, entry);
                    sent = true;
                }
                reached =
                        portion.size() < PORTION ? end : places.of(negotiation).orElse(reached);
                places.reach(negotiation, reached);
            }
        }
        return sent;
    }

    private void send(String negotiation, TrailEntry entry) throws IOException {
        out.send(SseEmitter.event()
                .id(places.id(negotiation))
                .name(entry.event().type().event())
                .data(Json.MAPPER.writeValueAsString(TrailJson.of(entry))));
    }

    /** Says that it is alive, and how far it is: what a filter passed over need not be looked at again. */
    private void beat() throws IOException {
        SseEmitter.SseEventBuilder beat = SseEmitter.event().comment("");
        question.concerned(watch.ends()).stream()
                .filter(negotiation -> places.of(negotiation).isPresent())
                .findFirst()
                .ifPresent(negotiation -> beat.id(places.id(negotiation)));
        out.send(beat);
    }
}
