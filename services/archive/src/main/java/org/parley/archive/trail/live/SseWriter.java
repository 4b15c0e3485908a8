package org.parley.archive.trail.live;

import java.io.IOException;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.archive.trail.web.TrailJson;
import org.parley.contract.Json;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Writes Server-Sent Events to one reader. */
final class SseWriter {
    private static final long RECONNECT_MILLIS = 2_000;

    private final SseEmitter out;
    private long sentAt = System.nanoTime();
    private volatile boolean gone;

    SseWriter(SseEmitter out) {
        this.out = out;
        out.onCompletion(() -> gone = true);
    }

    void open() throws IOException {
        out.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("parley"));
    }

    void entry(String id, TrailEntry entry) throws IOException {
        if (gone) {
            return;
        }
        out.send(SseEmitter.event()
                .id(id)
                .name(entry.event().type().event())
                .data(Json.MAPPER.writeValueAsString(TrailJson.of(entry))));
        sentAt = System.nanoTime();
    }

    /** Announces that the stream does not continue where the reader wanted to resume. */
    void reset(String id, String why) throws IOException {
        out.send(SseEmitter.event()
                .id(id)
                .name("reset")
                .data(Json.MAPPER.writeValueAsString(
                        Json.MAPPER.createObjectNode().put("reason", why))));
        sentAt = System.nanoTime();
    }

    void comment(String text) throws IOException {
        out.send(SseEmitter.event().comment(text));
    }

    /**
     * Sends a heartbeat.
     *
     * @param id the current cursor; empty if it is not known
     */
    void heartbeat(String id) throws IOException {
        SseEmitter.SseEventBuilder beat = SseEmitter.event().comment("");
        out.send(id.isEmpty() ? beat : beat.id(id));
        sentAt = System.nanoTime();
    }

    /** The time since the last write, in nanoseconds. */
    long idleNanos() {
        return System.nanoTime() - sentAt;
    }

    /** Whether the reader has disconnected. */
    boolean isDisconnected() {
        return gone;
    }

    /** Ends the stream at once; may be called from another thread. */
    void end() {
        gone = true;
        complete();
    }

    void complete() {
        try {
            out.complete();
        } catch (IllegalStateException e) {
            gone = true; // the server noticed the disconnect first
        }
    }
}
