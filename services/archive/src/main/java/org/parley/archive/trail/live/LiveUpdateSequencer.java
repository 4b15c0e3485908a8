package org.parley.archive.trail.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.parley.archive.trail.query.StreamCursor;
import org.parley.archive.trail.query.StreamedEntry;
import org.parley.archive.trail.query.TrailRepository;

/** Assigns to each entry between two ends the cursor after it. */
final class LiveUpdateSequencer {
    private final StreamEnd before;
    private final StreamEnd end;
    private final Map<Integer, Long> next = new TreeMap<>();
    private final Map<String, StreamCursor.LatePosition> late = new HashMap<>();

    LiveUpdateSequencer(StreamEnd before, StreamEnd end) {
        this.before = before;
        this.end = end;
        next.putAll(Objects.requireNonNull(before.cursor()).next());
        before.late().forEach((negotiation, trail) -> late.put(negotiation, trail.reached()));
    }

    /**
     * The updates.
     *
     * @param entries in the order of their offsets
     * @param beginnings finds the first entry of negotiations
     */
    List<LiveUpdate> sequence(
            List<StreamedEntry> entries, Function<Set<String>, List<TrailRepository.EntryOffset>> beginnings) {
        addNewlyLate(entries);
        Map<String, StreamCursor.LatePosition> sharedOffsets = sharedOffsets(entries, beginnings);
        StreamCursor endCursor = Objects.requireNonNull(end.cursor());
        List<LiveUpdate> updates = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            StreamedEntry entry = entries.get(i);
            next.merge(entry.partition(), entry.offset() + 1, Math::max);
            late.computeIfPresent(entry.negotiation(), (n, known) -> known.at(entry.position()));
            List<StreamCursor.LatePosition> lateOnes = new ArrayList<>(late.values());
            if (isInTheMiddle(entries, i) && !late.containsKey(entry.negotiation())) {
                lateOnes.add(Objects.requireNonNull(sharedOffsets.get(entry.negotiation()))
                        .at(entry.position()));
            }
            StreamCursor after = endCursor.with(next, lateOnes);
            updates.add(new LiveUpdate(before.sequence() + i + 1, entry, after, after.id()));
        }
        return updates;
    }

    /** A negotiation that is late at the end is late from the start, at the position before its new entries. */
    private void addNewlyLate(List<StreamedEntry> entries) {
        Map<String, Long> newEntries = new HashMap<>();
        entries.forEach(entry -> newEntries.merge(entry.negotiation(), 1L, Long::sum));
        end.late().forEach((negotiation, trail) -> {
            StreamCursor.LatePosition reached = trail.reached();
            late.computeIfAbsent(negotiation, n -> reached.at(reached.position() - newEntries.getOrDefault(n, 0L)));
        });
    }

    /** Whether the next entry has the same offset, so that only its position tells them apart. */
    private static boolean isInTheMiddle(List<StreamedEntry> entries, int i) {
        return i + 1 < entries.size() && entries.get(i).hasSameOffsetAs(entries.get(i + 1));
    }

    private static Map<String, StreamCursor.LatePosition> sharedOffsets(
            List<StreamedEntry> entries, Function<Set<String>, List<TrailRepository.EntryOffset>> beginnings) {
        Set<String> negotiations = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (isInTheMiddle(entries, i)) {
                negotiations.add(entries.get(i).negotiation());
            }
        }
        Map<String, StreamCursor.LatePosition> found = new HashMap<>();
        if (!negotiations.isEmpty()) {
            beginnings
                    .apply(negotiations)
                    .forEach(begins -> found.put(
                            begins.negotiation(),
                            new StreamCursor.LatePosition(begins.partition(), begins.offset(), 0)));
        }
        return found;
    }
}
