package org.parley.projection.reader;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.projection.checkpoint.CheckpointRewind;
import org.parley.projection.checkpoint.FencedException;
import org.parley.projection.checkpoint.NegotiationStop;
import org.parley.projection.checkpoint.ReaderCheckpoint;

/** Handles gaps when they are due: rereads a partition if the missing event does not arrive, or arrived late. */
final class GapMonitor {
    /** The minimum time between two rereads of a partition, in multiples of the patience. */
    private static final int REREAD_EVERY = 6;

    private final ReaderCheckpoint checkpoint;
    private final CheckpointRewind rewind;
    private final Duration patience;
    private final Function<Set<Integer>, Map<Integer, Long>> starts;
    private final Map<Integer, Instant> lastReread = new HashMap<>();

    /** @param starts returns the beginning offsets of partitions */
    GapMonitor(
            ReaderCheckpoint checkpoint,
            CheckpointRewind rewind,
            Duration patience,
            Function<Set<Integer>, Map<Integer, Long>> starts) {
        this.checkpoint = checkpoint;
        this.rewind = rewind;
        this.patience = patience;
        this.starts = starts;
    }

    /** Handles the gaps that are due; returns whether the consumer must seek to other offsets. */
    boolean check(Instant now) throws SQLException, FencedException {
        Collection<NegotiationStop> stops = checkpoint.stops().values();
        List<NegotiationStop> came = stops.stream()
                .filter(stop -> stop.phase() == NegotiationStop.Phase.CAME
                        && !stop.due().isAfter(now))
                .toList();
        if (!came.isEmpty()) {
            rewind.rewind(came);
            return true;
        }
        Map<Integer, List<NegotiationStop>> waiting = stops.stream()
                .filter(stop -> stop.phase() == NegotiationStop.Phase.WAITING)
                .collect(Collectors.groupingBy(NegotiationStop::partition));
        boolean moved = false;
        for (Map.Entry<Integer, List<NegotiationStop>> gaps : waiting.entrySet()) {
            if (isDue(gaps.getKey(), gaps.getValue(), now)) {
                reread(gaps.getKey(), gaps.getValue(), now);
                moved = true;
            }
        }
        return moved;
    }

    private boolean isDue(int partition, List<NegotiationStop> gaps, Instant now) {
        Instant last = lastReread.get(partition);
        return gaps.stream().anyMatch(gap -> !gap.due().isAfter(now))
                && (last == null
                        || !last.plus(patience.multipliedBy(REREAD_EVERY)).isAfter(now));
    }

    private void reread(int partition, List<NegotiationStop> gaps, Instant now) throws SQLException, FencedException {
        Map<Integer, Long> start = starts.apply(Set.of(partition));
        rewind.reread(partition, start.getOrDefault(partition, 0L), gaps);
        lastReread.put(partition, now);
    }
}
