package org.parley.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.access.http.ClientAddress;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.pass.InternalJwtService;

/**
 * Limits the number of live streams, in total and per client, so that one client cannot use them all up. A client is an
 * account with all its tokens, or an address if there is no account.
 */
public final class StreamLimiter {

    private final int max;
    private final int maxPerClient;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byClient = new ConcurrentHashMap<>();

    /**
     * Creates a limiter without open streams.
     *
     * @param max the maximum number of streams
     * @param maxPerClient the maximum for one client; services of Parley are subject to the total alone
     */
    public StreamLimiter(int max, int maxPerClient) {
        this.max = max;
        this.maxPerClient = maxPerClient;
    }

    /** The permit for one open stream. */
    public final class Permit implements AutoCloseable {
        private final String client;
        private final AtomicBoolean released = new AtomicBoolean();

        private Permit(String client) {
            this.client = client;
        }

        /** Releases the permit; a second call has no effect. */
        @Override
        public void close() {
            if (!released.getAndSet(true)) {
                release(client);
                open.decrementAndGet();
            }
        }
    }

    /**
     * Acquires a permit for the client of this request; to be called on the thread of the request.
     *
     * @throws StreamLimitException if a limit is reached
     */
    public Permit acquire(HttpServletRequest request) {
        ParleyPrincipal person = ParleyPrincipal.findCurrent().orElse(null);
        String client = person == null ? "@" + ClientAddress.normalize(request.getRemoteAddr()) : person.owner();
        int allowed = person != null && InternalJwtService.isService(person) ? max : maxPerClient;
        if (byClient.merge(client, 1, Integer::sum) > allowed) {
            release(client);
            throw new StreamLimitException(
                    true,
                    "You have " + allowed + " live streams open, which is the maximum. Close one of them first.",
                    "Tiene abiertas " + allowed + " conexiones en vivo, que es el máximo. Cierre antes alguna.");
        }
        if (open.incrementAndGet() > max) {
            open.decrementAndGet();
            release(client);
            throw new StreamLimitException(
                    false,
                    "Too many live streams are open. Try again soon.",
                    "Hay demasiadas conexiones en vivo abiertas. Inténtelo de nuevo en breve.");
        }
        return new Permit(client);
    }

    /** The number of open streams. */
    public int openStreams() {
        return open.get();
    }

    private void release(String client) {
        byClient.computeIfPresent(client, (key, count) -> count > 1 ? count - 1 : null);
    }
}
