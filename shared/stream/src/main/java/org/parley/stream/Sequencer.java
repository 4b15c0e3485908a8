package org.parley.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each record of a batch. The next event is accepted and a repeat is dropped. An event of a stopped
 * negotiation waits in the topic. A fork or an undecodable record stops its negotiation. An event that comes too early
 * is dropped until the one before it arrives.
 */
final class Sequencer {
    private final Map<String, Head> heads;
    private final Map<String, Stop> stopsBefore;
    private final KnownIds ids;
    private final Instant now;
    private final Duration patience;
    private final Map<String, Stop> stops = new HashMap<>();
    private final Map<String, List<UUID>> fresh = new HashMap<>();
    private final List<Incoming.Event> accepted = new ArrayList<>();
    private final List<Incoming.Event> repeats = new ArrayList<>();

    /**
     * @param heads the last applied events of the batch's negotiations
     * @param ids the applied ids at all positions of the batch that are below the last applied one
     */
    Sequencer(Map<String, Head> heads, Map<String, Stop> stopsBefore, KnownIds ids, Instant now, Duration patience) {
        this.heads = heads;
        this.stopsBefore = stopsBefore;
        this.ids = ids;
        this.now = now;
        this.patience = patience;
    }

    void take(Incoming record) {
        Stop stop = stop(record.negotiation());
        if (stop != null && !stop.isGap() && !stop.isRetrying()) {
            return;
        }
        switch (record) {
            case Incoming.Event event -> take(event, stop);
            case Incoming.Unreadable unreadable ->
                stop(unreadable, Stop.Cause.UNREADABLE, reached(unreadable.negotiation()) + 1, unreadable.fault());
        }
    }

    private void take(Incoming.Event event, @Nullable Stop gap) {
        long next = reached(event.negotiation()) + 1;
        if (event.position() < next) {
            UUID known = idAt(event.negotiation(), event.position());
            if (!known.equals(event.developmentId())) {
                stop(event, Stop.Cause.FORK, event.position(), describeFork(event, known));
            } else {
                repeats.add(event);
            }
        } else if (event.position() == next) {
            accepted.add(gap == null ? event : gap.placed(event));
            fresh.computeIfAbsent(event.negotiation(), any -> new ArrayList<>()).add(event.developmentId());
        } else {
            stops.put(
                    event.negotiation(),
                    gap == null || gap.isRetrying()
                            ? Stop.gap(event, event.position(), next, now, patience)
                            : gap.dropped(event, event.position()));
        }
    }

    private static String describeFork(Incoming.Event event, UUID known) {
        return "position %d was applied as %s and arrived again as %s"
                .formatted(event.position(), known, event.developmentId());
    }

    /** Stops a record's negotiation. */
    void stop(Incoming fault, Stop.Cause cause, long position, String reason) {
        stops.put(fault.negotiation(), Stop.at(fault, cause, position, reason, now, stop(fault.negotiation())));
    }

    /** Hands an event's negotiation to a dedicated reader, from this event on. */
    void aside(Incoming.Event first, Duration share) {
        stops.put(first.negotiation(), Stop.aside(first, now, share, stop(first.negotiation())));
    }

    /** The events to apply. */
    List<Incoming.Event> accepted() {
        return accepted;
    }

    /** Events that were already applied. */
    List<Incoming.Event> repeats() {
        return repeats;
    }

    /**
     * The changes of the checkpoint.
     *
     * @param applied the accepted events that could be applied
     * @param offsets the offsets after the batch, by partition
     */
    Changes changes(List<Incoming.Event> applied, Map<Integer, Reached> offsets) {
        Changes changes = Changes.of(applied, heads);
        changes.offsets().putAll(offsets);
        Map<String, Stop> all = new HashMap<>(stopsBefore);
        all.putAll(stops);
        all.forEach((negotiation, stop) -> {
            Head head = changes.heads().getOrDefault(negotiation, heads.getOrDefault(negotiation, Head.NONE));
            Stop after = settle(stop, head.position(), offsets.get(stop.partition()), now, patience);
            if (after == null) {
                changes.resumed().add(negotiation);
            } else if (!after.equals(stopsBefore.get(negotiation))) {
                changes.stops().put(negotiation, after);
            }
        });
        return changes;
    }

    /** The stop after the batch; null if it is over. */
    private static @Nullable Stop settle(
            Stop stop, long reached, @Nullable Reached offset, Instant now, Duration patience) {
        if (stop.isRetrying()) {
            return offset != null && offset.offset() >= stop.rereadUntil() ? null : stop;
        }
        if (!stop.isGap()) {
            return stop;
        }
        if (reached >= stop.seen()) {
            return null;
        }
        return switch (stop.phase()) {
            case WAITING, STOPPED -> reached >= stop.position() ? stop.came(now, patience) : stop;
            case REREADING ->
                offset != null && offset.offset() >= stop.rereadUntil() ? stop.stopped(reached + 1) : stop;
            case CAME, RETRYING, ASIDE -> stop;
        };
    }

    private @Nullable Stop stop(String negotiation) {
        Stop stop = stops.get(negotiation);
        return stop == null ? stopsBefore.get(negotiation) : stop;
    }

    private long reached(String negotiation) {
        List<UUID> more = fresh.get(negotiation);
        return heads.getOrDefault(negotiation, Head.NONE).position() + (more == null ? 0 : more.size());
    }

    private UUID idAt(String negotiation, long position) {
        Head head = heads.getOrDefault(negotiation, Head.NONE);
        if (position > head.position()) {
            return fresh.getOrDefault(negotiation, List.of()).get((int) (position - head.position() - 1));
        }
        return position == head.position() ? head.developmentId() : ids.at(negotiation, position);
    }
}
