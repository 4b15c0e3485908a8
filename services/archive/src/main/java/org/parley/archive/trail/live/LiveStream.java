package org.parley.archive.trail.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.parley.archive.trail.query.LiveQuery;
import org.parley.archive.trail.query.TrailRepository;
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

    private final LiveUpdateFeed watch;
    private final SseWriter out;
    private final Duration heartbeat;
    private final Follower following;

    LiveStream(TrailRepository trail, LiveUpdateFeed watch, LiveQuery query, SseEmitter out, Duration heartbeat) {
        this.watch = watch;
        this.out = new SseWriter(out);
        this.heartbeat = heartbeat;
        this.following = query.negotiations().size() == 1
                ? new SingleTrailFollower(query.negotiations().getFirst(), query, trail, this.out)
                : new MultiTrailFollower(query, trail, this.out);
    }

    /** Ends the stream at once; may be called from another thread. */
    void end() {
        out.end();
    }

    /** Follows the trails of one stream and knows its cursor. */
    interface Follower {
        /** Moves to the start of the stream. */
        void begin(StreamEnd end) throws IOException;

        /**
         * Sends the available entries.
         *
         * @return false if the stream has to end
         */
        boolean send(LiveUpdateFeed.Updates since) throws IOException;

        /** The cursor after everything sent or filtered out; empty if there is none yet. */
        String id(StreamEnd end);
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
        StreamEnd end = watch.end();
        out.open();
        following.begin(end);
        LiveUpdateFeed.Updates since = new LiveUpdateFeed.Updates(end, List.of(), true);
        while (!out.isDisconnected() && !watch.isClosed() && following.send(since)) {
            long left = heartbeat.toNanos() - out.idleNanos();
            if (left <= 0) {
                // The heartbeat carries the cursor, so that a resume does not read filtered entries again.
                out.heartbeat(following.id(since.end()));
                left = heartbeat.toNanos();
            }
            since = watch.await(since.end().sequence(), left);
        }
    }
}
