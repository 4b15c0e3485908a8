package org.parley.stream;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state that a reader's thread publishes to other threads, and their retry requests. Thread-safe. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final Progress progress = new Progress();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> toRetry = ConcurrentHashMap.newKeySet();
    private volatile long done;
    private volatile long total;
    private volatile long lag = ProjectionStatus.UNKNOWN;
    private volatile List<StoppedNegotiation> stopped = List.of();
    private volatile List<SlowNegotiation> slow = List.of();
    private volatile @Nullable String error;

    void loaded(Books checkpoint) {
        done = checkpoint.done();
        stopped = checkpoint.stopped();
        slow = checkpoint.slow();
        progress.unknown();
    }

    void committed(Books checkpoint, Changes changes) {
        done = checkpoint.done();
        stopped = checkpoint.stopped();
        slow = checkpoint.slow();
        progress.applied(changes.heads(), changes.applied());
        announce(changes.heads().keySet());
    }

    void announce(Set<String> negotiations) {
        if (negotiations.isEmpty()) {
            return;
        }
        Set<String> unchanging = Set.copyOf(negotiations);
        for (Consumer<Set<String>> listener : listeners) {
            try {
                listener.accept(unchanging);
            } catch (RuntimeException e) {
                LOG.error("A listener failed; the events are applied nevertheless", e);
            }
        }
    }

    /** Sets the end offsets; returns whether everything is read. */
    boolean ends(Map<Integer, Long> ends, Map<Integer, Reached> offsets) {
        long sum = 0;
        long left = 0;
        for (Map.Entry<Integer, Long> end : ends.entrySet()) {
            Reached reached = offsets.get(end.getKey());
            sum += end.getValue();
            left += Math.max(0, end.getValue() - (reached == null ? 0 : reached.offset()));
        }
        total = sum;
        lag = left;
        return left == 0;
    }

    void waiting(String why) {
        lag = ProjectionStatus.UNKNOWN;
        if (isNews(why)) {
            LOG.info("{}", why);
        }
        error = why;
    }

    boolean isNews(String why) {
        return !why.equals(error);
    }

    void well() {
        error = null;
    }

    void failed(String why) {
        error = why;
    }

    void onCommit(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    void retry(String negotiation) {
        toRetry.add(negotiation);
    }

    Set<String> toRetry() {
        return Set.copyOf(toRetry);
    }

    void retried(String negotiation) {
        toRetry.remove(negotiation);
    }

    Progress progress() {
        return progress;
    }

    ProjectionStatus status(String name, int version) {
        return new ProjectionStatus(
                name, version, done, total, lag, progress.eventsPerSecond(), stopped, slow, 0, error);
    }
}
