package org.parley.acceptance.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.parley.acceptance.check.ObservedEntry;
import org.parley.acceptance.check.OutputChannel;
import org.parley.acceptance.environment.DeskClient;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** Follows a negotiation by Server-Sent Events and resumes after the last event when the connection breaks. */
final class SseSubscriber {
    private static final long RETRY_DELAY_MS = 500;

    private final String negotiation;
    private final DeskClient desk;
    private final Queue<ObservedEntry> seen = new ConcurrentLinkedQueue<>();
    private volatile String lastId;

    SseSubscriber(String negotiation, DeskClient desk) {
        this.negotiation = negotiation;
        this.desk = desk;
        this.lastId = negotiation + ":0";
    }

    void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                listen();
                Thread.sleep(RETRY_DELAY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws InterruptedException {
        try (Stream<String> lines = desk.lines("/api/stream?negotiation=" + negotiation, lastId)) {
            String[] id = {lastId};
            lines.forEach(line -> {
                if (line.startsWith("id:")) {
                    id[0] = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    seen.add(seen(Json.MAPPER.readTree(line.substring(5))));
                    lastId = id[0];
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // The next request resumes after the last event.
        }
    }

    private static ObservedEntry seen(JsonNode entry) {
        return new ObservedEntry(
                entry.path("developmentId").asString(),
                entry.path("position").asLong(),
                Instant.parse(entry.path("recordedAt").asString()));
    }

    OutputChannel channel() {
        return new OutputChannel(negotiation + " by SSE", false, List.copyOf(seen));
    }
}
