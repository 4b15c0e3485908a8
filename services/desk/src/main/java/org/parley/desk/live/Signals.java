package org.parley.desk.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.parley.access.NoPlaceException;
import org.parley.access.StreamPlaces;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Refused;
import org.parley.desk.api.Unreachable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Passes on to open pages that something was recorded: one connection to the archive per negotiation, however many pages
 * listen.
 */
final class Signals implements AutoCloseable {
    /** How many pages may listen at once. */
    static final int LISTENERS_MAX = 2_000;

    /** How many of one account, or of one address without an account. */
    static final int LISTENERS_OF_CLIENT_MAX = 100;

    private static final Duration RECONNECT = Duration.ofSeconds(2);
    private static final String ID = "id:";

    private final Archive archive;
    private final ConcurrentHashMap<String, Channel> channels = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final StreamPlaces places = new StreamPlaces(LISTENERS_MAX, LISTENERS_OF_CLIENT_MAX);
    private volatile boolean closed;

    Signals(Archive archive) {
        this.archive = archive;
    }

    /** The pages that listen to one negotiation, and how far it is. */
    private static final class Channel {
        private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
        private volatile long position;
        private boolean begun;

        private Channel(long position) {
            this.position = position;
        }
    }

    /**
     * Signals whenever the trail goes beyond a position.
     *
     * @param request of whom
     * @throws NoPlaceException when too many listen already
     */
    void listen(String negotiation, long after, HttpServletRequest request, SseEmitter listener) {
        StreamPlaces.Place place = places.take(request);
        Channel channel = channels.compute(negotiation, (name, known) -> {
            Channel joined = known;
            if (joined == null) {
                joined = new Channel(after);
                Channel begun = joined;
                workers.execute(() -> follow(negotiation, begun));
            }
            joined.listeners.add(listener);
            return joined;
        });
        listener.onCompletion(() -> {
            channel.listeners.remove(listener);
            place.close();
        });
        listener.onError(failure -> end(listener));
        send(listener, channel.position);
    }

    /** How many pages listen. */
    int listening() {
        return places.taken();
    }

    private void follow(String negotiation, Channel channel) {
        while (!closed && !isOver(negotiation, channel)) {
            try {
                if (!channel.begun) {
                    // What a page claims to have seen is not believed beyond what there is.
                    channel.position = Math.clamp(
                            channel.position, 0, archive.calendar(negotiation).through());
                    channel.begun = true;
                }
                archive.follow(negotiation, channel.position, body -> read(body, negotiation, channel));
            } catch (Refused | Unreachable | UncheckedIOException e) {
                // The archive is away or was restarted: what was missed comes with the next connection.
            }
            try {
                Thread.sleep(RECONNECT);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean read(InputStream body, String negotiation, Channel channel) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine();
                    line != null && !closed && !isOver(negotiation, channel);
                    line = lines.readLine()) {
                if (line.startsWith(ID)) {
                    channel.position = Long.parseLong(
                            line.substring(line.lastIndexOf(':') + 1).strip());
                    channel.listeners.forEach(listener -> send(listener, channel.position));
                } else if (line.startsWith(":")) {
                    channel.listeners.forEach(Signals::beat);
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves a negotiation that nobody listens to any more. */
    private boolean isOver(String negotiation, Channel channel) {
        return channels.compute(
                        negotiation, (name, known) -> known == channel && channel.listeners.isEmpty() ? null : known)
                != channel;
    }

    private static void send(SseEmitter listener, long position) {
        try {
            listener.send(SseEmitter.event().name("news").data(Long.toString(position)));
        } catch (IOException | IllegalStateException e) {
            end(listener);
        }
    }

    private static void beat(SseEmitter listener) {
        try {
            listener.send(SseEmitter.event().comment(""));
        } catch (IOException | IllegalStateException e) {
            end(listener);
        }
    }

    static void end(SseEmitter listener) {
        try {
            listener.complete();
        } catch (IllegalStateException e) {
            // its page is gone already
        }
    }

    @Override
    public void close() {
        closed = true;
        channels.values().forEach(channel -> channel.listeners.forEach(Signals::end));
        workers.shutdownNow();
    }
}
