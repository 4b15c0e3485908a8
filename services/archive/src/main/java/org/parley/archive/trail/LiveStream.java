package org.parley.archive.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One reader's live stream, on a thread of its own. Nothing is queued for it: it takes what has come, writes it, and takes
 * what has come since. A reader that takes nothing for as long as the server waits for a write is cut off there, and resumes
 * where it was.
 */
final class LiveStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    private final LiveWatch watch;
    private final LiveOutlet out;
    private final Duration heartbeat;
    private final Following following;

    LiveStream(Trail trail, LiveWatch watch, LiveQuestion question, SseEmitter out, Duration heartbeat) {
        this.watch = watch;
        this.out = new LiveOutlet(out);
        this.heartbeat = heartbeat;
        this.following = question.negotiations().size() == 1
                ? new OneTrail(question.negotiations().getFirst(), question, trail, this.out)
                : new ManyTrails(question, trail, this.out);
    }

    /** Ends it from another thread, at once. */
    void end() {
        out.end();
    }

    /** What a stream is about, and how far it is. */
    interface Following {
        /** Goes to where it begins. */
        void begin(LiveEnd end) throws IOException;

        /**
         * Sends what there is to send.
         *
         * @return whether it is to be called again with what comes next; false when the stream has to end
         */
        boolean goOn(LiveWatch.Since since) throws IOException;

        /** The id that stands for all that was sent or passed over; empty when there is none yet. */
        String id(LiveEnd end);
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            LOG.debug("A reader of a live stream is gone, or too slow; it knows where to resume", e);
        } catch (RuntimeException e) {
            LOG.warn("A live stream ends: the trail cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            out.complete();
        }
    }

    private void follow() throws IOException, InterruptedException {
        LiveEnd end = watch.end();
        out.open();
        following.begin(end);
        LiveWatch.Since since = new LiveWatch.Since(end, List.of(), true);
        while (!out.isGone() && !watch.isClosed() && following.goOn(since)) {
            long left = heartbeat.toNanos() - out.silentNanos();
            if (left <= 0) {
                // It says how far it is, too: what a filter passed over need not be looked at again.
                out.beat(following.id(since.end()));
                left = heartbeat.toNanos();
            }
            since = watch.await(since.end().sequence(), left);
        }
    }
}
