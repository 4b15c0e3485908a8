package org.parley.archive.trail.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.archive.trail.live.StreamEnd.LateTrail;
import org.parley.archive.trail.query.LiveQuery;
import org.parley.archive.trail.query.OffsetRange;
import org.parley.archive.trail.query.PositionRange;
import org.parley.archive.trail.query.StreamCursor;
import org.parley.archive.trail.query.StreamedEntry;
import org.parley.archive.trail.query.TrailRepository;

/**
 * Reads everything between the cursor of a reader and the end of the trails: first the new entries of negotiations that
 * were late, whose offsets the reader has already passed, then partition by partition in the order of the offsets.
 */
final class LiveCatchUp {
    private static final int BATCH = 200;

    private final TrailRepository trail;
    private final StreamCursor to;
    private final Map<String, LateTrail> lateAtEnd;
    private final TreeMap<Integer, Long> next;
    private final Map<String, StreamCursor.LatePosition> late = new LinkedHashMap<>();
    private final List<StreamCursor.LatePosition> unknown = new ArrayList<>();
    private boolean wasInterrupted;

    /** Receives an entry with the cursor after it; returns false to stop. */
    interface EntrySink {
        boolean take(String id, StreamedEntry entry) throws IOException;
    }

    private LiveCatchUp(StreamCursor from, StreamEnd end, TrailRepository trail) {
        this.trail = trail;
        this.to = Objects.requireNonNull(end.cursor());
        this.lateAtEnd = end.late();
        this.next = new TreeMap<>(from.next());
    }

    /** The catch-up between the two; empty if the late negotiations of the cursor cannot be identified. */
    static Optional<LiveCatchUp> of(StreamCursor from, StreamEnd end, TrailRepository trail) {
        LiveCatchUp catchUp = new LiveCatchUp(from, end, trail);
        return catchUp.identifyLate(from) ? Optional.of(catchUp) : Optional.empty();
    }

    private boolean identifyLate(StreamCursor from) {
        if (from.late().isEmpty()) {
            return true;
        }
        Map<StreamCursor.LatePosition, String> known = new HashMap<>();
        trail.negotiationsStartingAt(to.topic(), from.late())
                .forEach(begins -> known.put(
                        new StreamCursor.LatePosition(begins.partition(), begins.offset(), 0), begins.negotiation()));
        lateAtEnd.forEach(
                (negotiation, atEnd) -> known.putIfAbsent(atEnd.reached().at(0), negotiation));
        for (StreamCursor.LatePosition each : from.late()) {
            String negotiation = known.get(each.at(0));
            if (negotiation != null) {
                late.put(negotiation, each);
            } else if (each.offset() >= to.next(each.partition())) {
                unknown.add(each); // this archive has not read that far yet
            } else {
                return false;
            }
        }
        return true;
    }

    /** Runs until the end or until the sink stops it; returns the cursor reached. */
    StreamCursor run(LiveQuery query, EntrySink out) throws IOException {
        for (String negotiation : List.copyOf(late.keySet())) {
            if (query.includes(negotiation)) {
                sendLate(negotiation, query, out);
            }
        }
        for (Map.Entry<Integer, Long> partition : to.next().entrySet()) {
            if (!wasInterrupted && next(partition.getKey()) < partition.getValue()) {
                send(partition(partition.getKey(), partition.getValue()), query, out);
                if (!wasInterrupted) {
                    next.put(partition.getKey(), partition.getValue());
                }
            }
        }
        if (!wasInterrupted) {
            dropCaughtUp();
        }
        return cursor(null);
    }

    private long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** Sends the new entries of a late negotiation, up to the offset that the other negotiations have reached. */
    private void sendLate(String negotiation, LiveQuery query, EntrySink out) throws IOException {
        int partition = Objects.requireNonNull(late.get(negotiation)).partition();
        long until = Math.min(next(partition), to.next(partition));
        send(new OffsetRange(to.topic(), partition, 0, 0, until, List.of(bound(negotiation)), negotiation), query, out);
        LateTrail atEnd = lateAtEnd.get(negotiation);
        if (atEnd != null && atEnd.lastOffset() < next(partition) && !wasInterrupted) {
            late.computeIfPresent(
                    negotiation,
                    (n, atStart) -> atStart.at(
                            Math.max(atStart.position(), atEnd.reached().position())));
        }
    }

    private OffsetRange partition(int partition, long until) {
        Set<String> bounded = new HashSet<>(late.keySet());
        bounded.addAll(lateAtEnd.keySet());
        return new OffsetRange(
                to.topic(),
                partition,
                next(partition),
                0,
                until,
                bounded.stream().map(this::bound).toList(),
                null);
    }

    /** The entries of a negotiation to send: after the position of the cursor, up to the position at the end. */
    private PositionRange bound(String negotiation) {
        StreamCursor.LatePosition atStart = late.get(negotiation);
        LateTrail atEnd = lateAtEnd.get(negotiation);
        return new PositionRange(
                negotiation,
                atStart == null ? 0 : atStart.position(),
                atEnd == null ? Long.MAX_VALUE : atEnd.reached().position());
    }

    private void send(OffsetRange part, LiveQuery query, EntrySink out) throws IOException {
        OffsetRange remaining = part;
        while (!wasInterrupted) {
            // One more than is sent, to see whether it shares the offset of the last.
            List<StreamedEntry> found = trail.entriesByOffset(remaining, query, BATCH + 1);
            List<StreamedEntry> batch = found.subList(0, Math.min(BATCH, found.size()));
            Map<String, StreamCursor.LatePosition> sharedOffsets = sharedOffsets(found);
            for (int i = 0; i < batch.size() && !wasInterrupted; i++) {
                boolean midOffset = i + 1 < found.size() && found.get(i).hasSameOffsetAs(found.get(i + 1));
                String id = pass(
                                batch.get(i),
                                midOffset ? sharedOffsets.get(batch.get(i).negotiation()) : null)
                        .id();
                wasInterrupted = !out.take(id, batch.get(i));
            }
            if (found.size() <= BATCH) {
                return;
            }
            remaining = remaining.after(batch.getLast());
        }
    }

    private Map<String, StreamCursor.LatePosition> sharedOffsets(List<StreamedEntry> entries) {
        Set<String> negotiations = new HashSet<>();
        for (int i = 0; i + 1 < entries.size(); i++) {
            if (entries.get(i).hasSameOffsetAs(entries.get(i + 1))) {
                negotiations.add(entries.get(i).negotiation());
            }
        }
        Map<String, StreamCursor.LatePosition> found = new HashMap<>();
        if (!negotiations.isEmpty()) {
            trail.startOffsets(to.topic(), negotiations)
                    .forEach(begins -> found.put(
                            begins.negotiation(),
                            new StreamCursor.LatePosition(begins.partition(), begins.offset(), 0)));
        }
        return found;
    }

    /** Advances past an entry; returns the cursor after it. */
    private StreamCursor pass(StreamedEntry entry, StreamCursor.@Nullable LatePosition midOffset) {
        next.merge(entry.partition(), entry.offset() + 1, Math::max);
        late.computeIfPresent(entry.negotiation(), (n, atStart) -> atStart.at(entry.position()));
        return cursor(
                midOffset == null || late.containsKey(entry.negotiation()) ? null : midOffset.at(entry.position()));
    }

    private StreamCursor cursor(StreamCursor.@Nullable LatePosition midOffset) {
        List<StreamCursor.LatePosition> lateOnes = new ArrayList<>(late.values());
        lateOnes.addAll(unknown);
        lateAtEnd.forEach((negotiation, atEnd) -> {
            long begins = atEnd.lastOffset() < 0 ? atEnd.reached().offset() : atEnd.lastOffset();
            if (!late.containsKey(negotiation) && begins < next(atEnd.reached().partition())) {
                lateOnes.add(atEnd.reached());
            }
        });
        if (midOffset != null) {
            lateOnes.removeIf(other -> other.at(0).equals(midOffset.at(0)));
            lateOnes.add(midOffset);
        }
        return to.with(next, lateOnes);
    }

    /**
     * Drops the negotiations that are no longer late: the offsets reached cover everything sent of them, and will cover
     * everything to come.
     */
    private void dropCaughtUp() {
        late.entrySet()
                .removeIf(each -> !lateAtEnd.containsKey(each.getKey())
                        && next(each.getValue().partition())
                                <= to.next(each.getValue().partition())
                        && each.getValue().position() <= trail.lastPosition(each.getKey()));
    }

    /** Whether it reached exactly the end of the trails. */
    boolean isComplete() {
        Set<StreamCursor.LatePosition> atEnd = new HashSet<>(to.late());
        return !wasInterrupted
                && next.equals(to.next())
                && atEnd.equals(new HashSet<>(cursor(null).late()));
    }
}
