package org.parley.archive.trail;

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
import org.parley.archive.trail.LiveEnd.LateTrail;

/**
 * The way from where a reader is to where the trails are: first what has come of the negotiations that were late, at places
 * that it has left behind; then partition by partition, in the order of the places.
 */
final class CatchUp {
    private static final int PORTION = 200;

    private final Trail trail;
    private final StreamCursor to;
    private final Map<String, LateTrail> lateAtEnd;
    private final TreeMap<Integer, Long> next;
    private final Map<String, StreamCursor.Late> late = new LinkedHashMap<>();
    private final List<StreamCursor.Late> unknown = new ArrayList<>();
    private boolean wasInterrupted;

    /** Takes an entry and the id behind it; returns whether it takes more. */
    interface Outlet {
        boolean take(String id, LiveEntry entry) throws IOException;
    }

    private CatchUp(StreamCursor from, LiveEnd end, Trail trail) {
        this.trail = trail;
        this.to = Objects.requireNonNull(end.cursor());
        this.lateAtEnd = end.late();
        this.next = new TreeMap<>(from.next());
    }

    /** The way between the two; empty when it cannot be told which negotiations were late. */
    static Optional<CatchUp> of(StreamCursor from, LiveEnd end, Trail trail) {
        CatchUp way = new CatchUp(from, end, trail);
        return way.recognise(from) ? Optional.of(way) : Optional.empty();
    }

    private boolean recognise(StreamCursor from) {
        if (from.late().isEmpty()) {
            return true;
        }
        Map<StreamCursor.Late, String> known = new HashMap<>();
        trail.beginningAt(to.topic(), from.late())
                .forEach(begins ->
                        known.put(new StreamCursor.Late(begins.partition(), begins.place(), 0), begins.negotiation()));
        lateAtEnd.forEach((negotiation, is) -> known.putIfAbsent(is.reached().at(0), negotiation));
        for (StreamCursor.Late each : from.late()) {
            String negotiation = known.get(each.at(0));
            if (negotiation != null) {
                late.put(negotiation, each);
            } else if (each.place() >= to.next(each.partition())) {
                unknown.add(each); // this archive has not read so far yet
            } else {
                return false;
            }
        }
        return true;
    }

    /** Goes the way, as far as the outlet takes it; returns where it has come to. */
    StreamCursor run(LiveQuestion question, Outlet out) throws IOException {
        for (String negotiation : List.copyOf(late.keySet())) {
            if (question.isAbout(negotiation)) {
                tellLate(negotiation, question, out);
            }
        }
        for (Map.Entry<Integer, Long> partition : to.next().entrySet()) {
            if (!wasInterrupted && next(partition.getKey()) < partition.getValue()) {
                tell(partition(partition.getKey(), partition.getValue()), question, out);
                if (!wasInterrupted) {
                    next.put(partition.getKey(), partition.getValue());
                }
            }
        }
        if (!wasInterrupted) {
            forgetThoseNotLateAnyMore();
        }
        return cursor(null);
    }

    private long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** What has come of one that was late, as far as the others have left it behind. */
    private void tellLate(String negotiation, LiveQuestion question, Outlet out) throws IOException {
        int partition = Objects.requireNonNull(late.get(negotiation)).partition();
        long until = Math.min(next(partition), to.next(partition));
        tell(
                new PartitionPart(to.topic(), partition, 0, 0, until, List.of(bound(negotiation)), negotiation),
                question,
                out);
        LateTrail is = lateAtEnd.get(negotiation);
        if (is != null && is.lastPlace() < next(partition) && !wasInterrupted) {
            late.computeIfPresent(
                    negotiation,
                    (n, was) -> was.at(Math.max(was.position(), is.reached().position())));
        }
    }

    private PartitionPart partition(int partition, long until) {
        Set<String> bounded = new HashSet<>(late.keySet());
        bounded.addAll(lateAtEnd.keySet());
        return new PartitionPart(
                to.topic(),
                partition,
                next(partition),
                0,
                until,
                bounded.stream().map(this::bound).toList(),
                null);
    }

    /** The entries of a negotiation that are to be told: behind what was, and as far as was there at the end. */
    private TrailPart bound(String negotiation) {
        StreamCursor.Late was = late.get(negotiation);
        LateTrail is = lateAtEnd.get(negotiation);
        return new TrailPart(
                negotiation,
                was == null ? 0 : was.position(),
                is == null ? Long.MAX_VALUE : is.reached().position());
    }

    private void tell(PartitionPart part, LiveQuestion question, Outlet out) throws IOException {
        PartitionPart rest = part;
        while (!wasInterrupted) {
            // One more than is told: it may have the same place as the last.
            List<LiveEntry> found = trail.streamed(rest, question, PORTION + 1);
            List<LiveEntry> portion = found.subList(0, Math.min(PORTION, found.size()));
            Map<String, StreamCursor.Late> atOnePlace = atOnePlace(found);
            for (int i = 0; i < portion.size() && !wasInterrupted; i++) {
                boolean inTheMiddle = i + 1 < found.size() && found.get(i).isBeside(found.get(i + 1));
                String id = pass(
                                portion.get(i),
                                inTheMiddle ? atOnePlace.get(portion.get(i).negotiation()) : null)
                        .id();
                wasInterrupted = !out.take(id, portion.get(i));
            }
            if (found.size() <= PORTION) {
                return;
            }
            rest = rest.after(portion.getLast());
        }
    }

    private Map<String, StreamCursor.Late> atOnePlace(List<LiveEntry> entries) {
        Set<String> negotiations = new HashSet<>();
        for (int i = 0; i + 1 < entries.size(); i++) {
            if (entries.get(i).isBeside(entries.get(i + 1))) {
                negotiations.add(entries.get(i).negotiation());
            }
        }
        Map<String, StreamCursor.Late> found = new HashMap<>();
        if (!negotiations.isEmpty()) {
            trail.beginnings(to.topic(), negotiations)
                    .forEach(begins -> found.put(
                            begins.negotiation(), new StreamCursor.Late(begins.partition(), begins.place(), 0)));
        }
        return found;
    }

    /** Passes an entry; returns where one is then. */
    private StreamCursor pass(LiveEntry entry, StreamCursor.@Nullable Late inTheMiddle) {
        next.merge(entry.partition(), entry.place() + 1, Math::max);
        late.computeIfPresent(entry.negotiation(), (n, was) -> was.at(entry.position()));
        return cursor(
                inTheMiddle == null || late.containsKey(entry.negotiation()) ? null : inTheMiddle.at(entry.position()));
    }

    private StreamCursor cursor(StreamCursor.@Nullable Late inTheMiddle) {
        List<StreamCursor.Late> told = new ArrayList<>(late.values());
        told.addAll(unknown);
        lateAtEnd.forEach((negotiation, is) -> {
            long begins = is.lastPlace() < 0 ? is.reached().place() : is.lastPlace();
            if (!late.containsKey(negotiation) && begins < next(is.reached().partition())) {
                told.add(is.reached());
            }
        });
        if (inTheMiddle != null) {
            told.removeIf(other -> other.at(0).equals(inTheMiddle.at(0)));
            told.add(inTheMiddle);
        }
        return to.with(next, told);
    }

    /** All that was passed of them lies before the places reached, and so will all that comes. */
    private void forgetThoseNotLateAnyMore() {
        late.entrySet()
                .removeIf(each -> !lateAtEnd.containsKey(each.getKey())
                        && next(each.getValue().partition())
                                <= to.next(each.getValue().partition())
                        && each.getValue().position() <= trail.through(each.getKey()));
    }

    /** Whether it has come to exactly where the trails are. */
    boolean isComplete() {
        Set<StreamCursor.Late> atEnd = new HashSet<>(to.late());
        return !wasInterrupted
                && next.equals(to.next())
                && atEnd.equals(new HashSet<>(cursor(null).late()));
    }
}
