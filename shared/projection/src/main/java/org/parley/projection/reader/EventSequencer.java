package org.parley.projection.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.projection.checkpoint.AppliedEventIds;
import org.parley.projection.checkpoint.AppliedPosition;
import org.parley.projection.checkpoint.CheckpointChanges;
import org.parley.projection.checkpoint.NegotiationStop;
import org.parley.projection.kafka.LedgerRecord;
import org.parley.projection.kafka.PartitionOffset;

/**
 * Decides for each record of a batch. The next event is accepted and a repeat is dropped. An event of a stopped
 * negotiation waits in the topic. A fork or an undecodable record stops its negotiation. An event that comes too early
 * is dropped until the one before it arrives.
 */
final class EventSequencer {
    private final Map<String, AppliedPosition> heads;
    private final Map<String, NegotiationStop> stopsBefore;
    private final AppliedEventIds ids;
    private final Instant now;
    private final Duration patience;
    private final Map<String, NegotiationStop> stops = new HashMap<>();
    private final Map<String, List<UUID>> fresh = new HashMap<>();
    private final List<LedgerRecord.Event> accepted = new ArrayList<>();
    private final List<LedgerRecord.Event> repeats = new ArrayList<>();

    /**
     * @param heads the last applied events of the batch's negotiations
     * @param ids the applied ids at all positions of the batch that are below the last applied one
     */
    EventSequencer(
            Map<String, AppliedPosition> heads,
            Map<String, NegotiationStop> stopsBefore,
            AppliedEventIds ids,
            Instant now,
            Duration patience) {
        this.heads = heads;
        this.stopsBefore = stopsBefore;
        this.ids = ids;
        this.now = now;
        this.patience = patience;
    }

    void process(LedgerRecord record) {
        NegotiationStop stop = stop(record.negotiation());
        if (stop != null && !stop.isGap() && !stop.isRetrying()) {
            return;
        }
        switch (record) {
            case LedgerRecord.Event event -> process(event, stop);
            case LedgerRecord.Unreadable unreadable ->
                stop(
                        unreadable,
                        NegotiationStop.Cause.UNREADABLE,
                        reached(unreadable.negotiation()) + 1,
                        unreadable.fault());
        }
    }

    private void process(LedgerRecord.Event event, @Nullable NegotiationStop gap) {
        long next = reached(event.negotiation()) + 1;
        if (event.position() < next) {
            UUID known = idAt(event.negotiation(), event.position());
            if (!known.equals(event.developmentId())) {
                stop(event, NegotiationStop.Cause.FORK, event.position(), describeFork(event, known));
            } else {
                repeats.add(event);
            }
        } else if (event.position() == next) {
            accepted.add(gap == null ? event : gap.atFirstOffset(event));
            fresh.computeIfAbsent(event.negotiation(), any -> new ArrayList<>()).add(event.developmentId());
        } else {
            stops.put(
                    event.negotiation(),
                    gap == null || gap.isRetrying()
                            ? NegotiationStop.gap(event, event.position(), next, now, patience)
                            : gap.withDropped(event, event.position()));
        }
    }

    private static String describeFork(LedgerRecord.Event event, UUID known) {
        return "position %d was applied as %s and arrived again as %s"
                .formatted(event.position(), known, event.developmentId());
    }

    /** Stops a record's negotiation. */
    void stop(LedgerRecord fault, NegotiationStop.Cause cause, long position, String reason) {
        stops.put(
                fault.negotiation(),
                NegotiationStop.permanent(fault, cause, position, reason, now, stop(fault.negotiation())));
    }

    /** Hands an event's negotiation to a dedicated reader, from this event on. */
    void readSeparately(LedgerRecord.Event first, Duration share) {
        stops.put(first.negotiation(), NegotiationStop.readSeparately(first, now, share, stop(first.negotiation())));
    }

    /** The events to apply. */
    List<LedgerRecord.Event> accepted() {
        return accepted;
    }

    /** Events that were already applied. */
    List<LedgerRecord.Event> repeats() {
        return repeats;
    }

    /**
     * The changes of the checkpoint.
     *
     * @param applied the accepted events that could be applied
     * @param offsets the offsets after the batch, by partition
     */
    CheckpointChanges changes(List<LedgerRecord.Event> applied, Map<Integer, PartitionOffset> offsets) {
        CheckpointChanges changes = CheckpointChanges.of(applied, heads);
        changes.offsets().putAll(offsets);
        Map<String, NegotiationStop> all = new HashMap<>(stopsBefore);
        all.putAll(stops);
        all.forEach((negotiation, stop) -> {
            AppliedPosition head = changes.positions()
                    .getOrDefault(negotiation, heads.getOrDefault(negotiation, AppliedPosition.NONE));
            NegotiationStop after = settle(stop, head.position(), offsets.get(stop.partition()), now, patience);
            if (after == null) {
                changes.resumed().add(negotiation);
            } else if (!after.equals(stopsBefore.get(negotiation))) {
                changes.stops().put(negotiation, after);
            }
        });
        return changes;
    }

    /** The stop after the batch; null if it is over. */
    private static @Nullable NegotiationStop settle(
            NegotiationStop stop, long reached, @Nullable PartitionOffset offset, Instant now, Duration patience) {
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
            case WAITING, STOPPED -> reached >= stop.position() ? stop.filled(now, patience) : stop;
            case REREADING -> {
                if (offset == null || offset.offset() < stop.rereadUntil()) {
                    yield stop;
                }
                // It may have arrived behind events that this reread has dropped.
                yield reached >= stop.position() ? stop.filled(now, patience) : stop.stopped(reached + 1);
            }
            case CAME, RETRYING, ASIDE -> stop;
        };
    }

    private @Nullable NegotiationStop stop(String negotiation) {
        NegotiationStop stop = stops.get(negotiation);
        return stop == null ? stopsBefore.get(negotiation) : stop;
    }

    private long reached(String negotiation) {
        List<UUID> more = fresh.get(negotiation);
        return heads.getOrDefault(negotiation, AppliedPosition.NONE).position() + (more == null ? 0 : more.size());
    }

    private UUID idAt(String negotiation, long position) {
        AppliedPosition head = heads.getOrDefault(negotiation, AppliedPosition.NONE);
        if (position > head.position()) {
            return fresh.getOrDefault(negotiation, List.of()).get((int) (position - head.position() - 1));
        }
        return position == head.position() ? head.developmentId() : ids.idAt(negotiation, position);
    }
}
