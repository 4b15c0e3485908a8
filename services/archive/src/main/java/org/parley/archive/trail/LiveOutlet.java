package org.parley.archive.trail;

import java.io.IOException;
import org.parley.contract.Json;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Writes Server-Sent Events to one reader. */
final class LiveOutlet {
    private static final long RECONNECT_MILLIS = 2_000;

    private final SseEmitter out;
    private long sentAt = System.nanoTime();
    private volatile boolean gone;

    LiveOutlet(SseEmitter out) {
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

    /** Says that what follows begins elsewhere than where the reader wanted to resume. */
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
     * Says that the stream is alive.
     *
     * @param id how far it is; empty when that is not known
     */
    void beat(String id) throws IOException {
        SseEmitter.SseEventBuilder beat = SseEmitter.event().comment("");
        out.send(id.isEmpty() ? beat : beat.id(id));
        sentAt = System.nanoTime();
    }

    /** How long nothing was written. */
    long silentNanos() {
        return System.nanoTime() - sentAt;
    }

    /** Whether the reader is gone. */
    boolean isGone() {
        return gone;
    }

    /** Ends it from another thread, at once. */
    void end() {
        gone = true;
        complete();
    }

    void complete() {
        try {
            out.complete();
        } catch (IllegalStateException e) {
            gone = true; // the server found out first that the reader is gone
        }
    }
}
