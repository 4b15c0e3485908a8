package org.parley.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for answers that do not end by themselves, such as live streams: so many in all, and so many for each client, so
 * that none takes the places of all others. A client is an account with all its tokens, or without an account an address.
 */
public final class StreamPlaces {

    private final int most;
    private final int mostOfClient;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byClient = new ConcurrentHashMap<>();

    /**
     * Free places.
     *
     * @param most how many there are
     * @param mostOfClient how many of them one client may take; services of Parley are bounded by the whole alone
     */
    public StreamPlaces(int most, int mostOfClient) {
        this.most = most;
        this.mostOfClient = mostOfClient;
    }

    /** A place that somebody has taken. */
    public final class Place implements AutoCloseable {
        private final String client;
        private final AtomicBoolean free = new AtomicBoolean();

        private Place(String client) {
            this.client = client;
        }

        /** Gives it back; a second call does nothing. */
        @Override
        public void close() {
            if (!free.getAndSet(true)) {
                leave(client);
                taken.decrementAndGet();
            }
        }
    }

    /**
     * Takes a place for whom this request is from; call it on the request's own thread.
     *
     * @throws NoPlaceException if there is none
     */
    public Place take(HttpServletRequest request) {
        SignedIn person = SignedIn.ifAny().orElse(null);
        String client = person == null ? "@" + ClientAddress.of(request.getRemoteAddr()) : person.holder();
        int allowed = person != null && Passes.isService(person) ? most : mostOfClient;
        if (byClient.merge(client, 1, Integer::sum) > allowed) {
            leave(client);
            throw new NoPlaceException(
                    true, "You have " + allowed + " live streams open, which is the most. Close one of them first.");
        }
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            leave(client);
            throw new NoPlaceException(false, "There are too many live streams already. Try again soon.");
        }
        return new Place(client);
    }

    /** How many places are taken. */
    public int taken() {
        return taken.get();
    }

    private void leave(String client) {
        byClient.computeIfPresent(client, (key, count) -> count > 1 ? count - 1 : null);
    }
}
