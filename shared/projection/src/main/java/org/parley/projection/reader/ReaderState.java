package org.parley.projection.reader;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.SlowNegotiation;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.checkpoint.CheckpointChanges;
import org.parley.projection.checkpoint.ReaderCheckpoint;
import org.parley.projection.kafka.PartitionOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state that a reader's thread publishes to other threads, and their retry requests. Thread-safe. */
final class ReaderState {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderState.class);

    private final ApplyProgress progress = new ApplyProgress();
    private final BatchInterval interval = new BatchInterval();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> retryRequests = ConcurrentHashMap.newKeySet();
    private volatile long done;
    private volatile long total;
    private volatile long lag = ProjectionStatus.UNKNOWN;
    private volatile List<StoppedNegotiation> stopped = List.of();
    private volatile List<SlowNegotiation> slow = List.of();
    private volatile @Nullable String error;

    void loaded(ReaderCheckpoint checkpoint) {
        done = checkpoint.done();
        stopped = checkpoint.stopped();
        slow = checkpoint.slow();
        progress.invalidate();
    }

    void committed(ReaderCheckpoint checkpoint, CheckpointChanges changes) {
        done = checkpoint.done();
        stopped = checkpoint.stopped();
        slow = checkpoint.slow();
        progress.applied(changes.positions(), changes.applied());
        announce(changes.positions().keySet());
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
    boolean updateEndOffsets(Map<Integer, Long> ends, Map<Integer, PartitionOffset> offsets) {
        long sum = 0;
        long left = 0;
        for (Map.Entry<Integer, Long> end : ends.entrySet()) {
            PartitionOffset reached = offsets.get(end.getKey());
            sum += end.getValue();
            left += Math.max(0, end.getValue() - (reached == null ? 0 : reached.offset()));
        }
        total = sum;
        lag = left;
        return left == 0;
    }

    void waiting(String why) {
        lag = ProjectionStatus.UNKNOWN;
        if (isNewError(why)) {
            LOG.info("{}", why);
        }
        error = why;
    }

    boolean isNewError(String why) {
        return !why.equals(error);
    }

    void clearError() {
        error = null;
    }

    void setError(String why) {
        error = why;
    }

    void onCommit(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    void retry(String negotiation) {
        retryRequests.add(negotiation);
    }

    Set<String> retryRequests() {
        return Set.copyOf(retryRequests);
    }

    void retryDone(String negotiation) {
        retryRequests.remove(negotiation);
    }

    BatchInterval interval() {
        return interval;
    }

    /** Whether more records are known to be in the topic than this number. */
    boolean isLagAbove(long records) {
        return lag > records;
    }

    ApplyProgress progress() {
        return progress;
    }

    ProjectionStatus status(String name, int version) {
        return new ProjectionStatus(
                name, version, done, total, lag, progress.eventsPerSecond(), stopped, slow, 0, error);
    }
}
