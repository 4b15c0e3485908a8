package org.parley.stream;

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

/** Handles gaps when they are due: rereads a partition if the missing event does not arrive, or arrived late. */
final class GapWatch {
    /** The minimum time between two rereads of a partition, in multiples of the patience. */
    private static final int REREAD_EVERY = 6;

    private final Books checkpoint;
    private final Rewind rewind;
    private final Duration patience;
    private final Function<Set<Integer>, Map<Integer, Long>> starts;
    private final Map<Integer, Instant> lastReread = new HashMap<>();

    /** @param starts returns the beginning offsets of partitions */
    GapWatch(Books checkpoint, Rewind rewind, Duration patience, Function<Set<Integer>, Map<Integer, Long>> starts) {
        this.checkpoint = checkpoint;
        this.rewind = rewind;
        this.patience = patience;
        this.starts = starts;
    }

    /** Handles the gaps that are due; returns whether the consumer must seek to other offsets. */
    boolean look(Instant now) throws SQLException, Fenced {
        Collection<Stop> stops = checkpoint.stops().values();
        List<Stop> came = stops.stream()
                .filter(stop -> stop.phase() == Stop.Phase.CAME && !stop.due().isAfter(now))
                .toList();
        if (!came.isEmpty()) {
            rewind.goBack(came);
            return true;
        }
        Map<Integer, List<Stop>> waiting = stops.stream()
                .filter(stop -> stop.phase() == Stop.Phase.WAITING)
                .collect(Collectors.groupingBy(Stop::partition));
        boolean moved = false;
        for (Map.Entry<Integer, List<Stop>> gaps : waiting.entrySet()) {
            if (isDue(gaps.getKey(), gaps.getValue(), now)) {
                reread(gaps.getKey(), gaps.getValue(), now);
                moved = true;
            }
        }
        return moved;
    }

    private boolean isDue(int partition, List<Stop> gaps, Instant now) {
        Instant last = lastReread.get(partition);
        return gaps.stream().anyMatch(gap -> !gap.due().isAfter(now))
                && (last == null
                        || !last.plus(patience.multipliedBy(REREAD_EVERY)).isAfter(now));
    }

    private void reread(int partition, List<Stop> gaps, Instant now) throws SQLException, Fenced {
        Map<Integer, Long> start = starts.apply(Set.of(partition));
        rewind.reread(partition, start.getOrDefault(partition, 0L), gaps);
        lastReread.put(partition, now);
    }
}
