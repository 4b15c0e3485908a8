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
import org.parley.access.session.StreamLimitException;
import org.parley.access.session.StreamLimiter;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Broadcasts new positions to open pages, with one connection to the archive per negotiation regardless of the number
 * of pages.
 */
final class LiveUpdateBroadcaster implements AutoCloseable {
    /** The maximum number of open streams. */
    static final int LISTENERS_MAX = 2_000;

    /** The maximum number of open streams per account, or per address without an account. */
    static final int LISTENERS_OF_CLIENT_MAX = 100;

    private static final Duration RECONNECT_DELAY = Duration.ofSeconds(2);
    private static final String ID = "id:";

    private final ArchiveClient archive;
    private final ConcurrentHashMap<String, Channel> channels = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final StreamLimiter places = new StreamLimiter(LISTENERS_MAX, LISTENERS_OF_CLIENT_MAX);
    private volatile boolean closed;

    LiveUpdateBroadcaster(ArchiveClient archive) {
        this.archive = archive;
    }

    /** The open pages of one negotiation, and the last known position. */
    private static final class Channel {
        private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
        private volatile long position;
        private boolean isVerified;

        private Channel(long position) {
            this.position = position;
        }
    }

    /**
     * Sends an event whenever the trail grows beyond a position.
     *
     * @param after the last position that the page knows
     * @param request the request, which identifies the client for the limits
     * @throws StreamLimitException when a limit is reached
     */
    void listen(String negotiation, long after, HttpServletRequest request, SseEmitter listener) {
        StreamLimiter.Permit place = places.acquire(request);
        Channel channel = channels.compute(negotiation, (name, known) -> {
            Channel joined = known;
            if (joined == null) {
                joined = new Channel(after);
                Channel created = joined;
                workers.execute(() -> follow(negotiation, created));
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

    /** The number of open streams. */
    int listenerCount() {
        return places.openStreams();
    }

    private void follow(String negotiation, Channel channel) {
        while (!closed && !isOver(negotiation, channel)) {
            try {
                if (!channel.isVerified) {
                    // The position comes from the request, so it is limited to the trail's last position.
                    channel.position = Math.clamp(
                            channel.position, 0, archive.calendar(negotiation).through());
                    channel.isVerified = true;
                }
                archive.follow(negotiation, channel.position, body -> read(body, negotiation, channel));
            } catch (ServiceRefusedException | ServiceUnavailableException | UncheckedIOException e) {
                // The archive is unavailable or was restarted: the next connection delivers the missed positions.
            }
            try {
                Thread.sleep(RECONNECT_DELAY);
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
                    channel.listeners.forEach(LiveUpdateBroadcaster::sendHeartbeat);
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the channel of a negotiation without listeners. */
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

    private static void sendHeartbeat(SseEmitter listener) {
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
            // the page has closed the stream already
        }
    }

    @Override
    public void close() {
        closed = true;
        channels.values().forEach(channel -> channel.listeners.forEach(LiveUpdateBroadcaster::end));
        workers.shutdownNow();
    }
}
