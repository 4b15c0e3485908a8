package org.parley.archive.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live stream of one reader, on its own thread. Nothing is queued: it takes the new entries, writes them, and takes
 * those that arrived meanwhile. A reader that reads nothing for as long as the server allows a write to block is
 * disconnected, and can resume.
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

    /** Ends the stream at once; may be called from another thread. */
    void end() {
        out.end();
    }

    /** Follows the trails of one stream and knows its cursor. */
    interface Following {
        /** Moves to the start of the stream. */
        void begin(LiveEnd end) throws IOException;

        /**
         * Sends the available entries.
         *
         * @return false if the stream has to end
         */
        boolean goOn(LiveWatch.Since since) throws IOException;

        /** The cursor after everything sent or filtered out; empty if there is none yet. */
        String id(LiveEnd end);
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            LOG.debug("A reader of a live stream disconnected or was too slow", e);
        } catch (RuntimeException e) {
            LOG.warn("A live stream ends because the trail cannot be read", e);
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
                // The heartbeat carries the cursor, so that a resume does not read filtered entries again.
                out.beat(following.id(since.end()));
                left = heartbeat.toNanos();
            }
            since = watch.await(since.end().sequence(), left);
        }
    }
}
