package org.parley.archive.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.archive.state.MilestoneRow.Disturbance;
import org.parley.archive.store.MemoryUse;
import org.parley.contract.MatterStateJson;
import org.parley.editorial.EditorialEvent;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.history.Milestone;
import org.parley.history.Reach;
import org.parley.history.Tip;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.Occurrence;

/**
 * Updates the state of one matter while a batch is applied. An entry that is also last in valid time is applied to the
 * latest state; any other entry, such as a late entry or a correction, is folded with the whole history. An entry that
 * changes no state invalidates no milestone. The result does not depend on the bounds of batches.
 */
final class Growth {
    /** The least number of entries between milestones; larger states have fewer. */
    private static final int MIN_DISTANCE = 16;

    /** The size of a state, in bytes, that adds one entry to the distance between milestones. */
    private static final int BYTES_PER_ENTRY = 64;

    /** The maximum number of milestones that are added when a history is folded again. */
    private static final int REFOLD_MILESTONES_MAX = 8;

    private final Connection connection;
    private final Histories histories;
    private final MatterAddress matter;
    private final Reached stored;
    private final List<Entry> applied = new ArrayList<>();
    private final List<Disturbance> disturbances = new ArrayList<>();
    private List<MilestoneRow> milestones = new ArrayList<>();
    private @Nullable History history;
    private long bytes;
    private Tip latest;
    private long version;
    private long lastPosition;

    Growth(Connection connection, Histories histories, StateRow row) {
        this.connection = connection;
        this.histories = histories;
        this.matter = row.matter();
        this.stored = new Reached(row.version(), row.lastPosition());
        Optional<Histories.Kept> kept = histories.at(matter, stored);
        this.history = kept.map(Histories.Kept::history).orElse(null);
        this.bytes = kept.map(Histories.Kept::bytes).orElse(0L);
        this.latest = new Tip(matter, row.state() == null ? null : MatterStateJson.read(row.state()), row.holdsFrom());
        this.version = row.version();
        this.lastPosition = row.lastPosition();
    }

    /**
     * Applies the next entry; returns the interval of valid time that it affects.
     *
     * @param json the size of its event as JSON, in bytes
     */
    Reach take(Entry entry, int json) throws SQLException {
        Reach affected;
        if (history == null && isAppend(entry)) {
            affected = Reach.of(entry);
            latest = latest.then(entry);
        } else {
            affected = applyTo(history(), entry);
        }
        applied.add(entry);
        bytes += MemoryUse.ofEntry(json);
        version++;
        lastPosition = entry.position();
        if (version % MIN_DISTANCE == 0) {
            addMilestoneAtEnd();
        }
        return affected;
    }

    private boolean isAppend(Entry entry) {
        return !(entry.event() instanceof EditorialEvent) && latest.grows(Reach.of(entry));
    }

    private History history() throws SQLException {
        History known = history;
        if (known == null) {
            known = new History(matter);
            if (!stored.equals(Reached.NOTHING)) {
                bytes += StateTables.entries(connection, matter, known::record);
            }
            applied.forEach(known::record);
            history = known;
        }
        return known;
    }

    private Reach applyTo(History known, Entry entry) {
        History.Effect effect = known.record(entry);
        Reach affected = effect.reach();
        boolean grows = latest.grows(affected);
        List<Occurrence> effective = known.effective();
        latest = new Tip(
                matter,
                known.state().orElse(null),
                effective.isEmpty() ? Instant.MIN : effective.getLast().start());
        if (!grows && effect.changesState() && matter.kind() != Kind.NEGOTIATION) {
            Disturbance disturbance = new Disturbance(matter, entry.position(), affected);
            disturbances.add(disturbance);
            milestones = new ArrayList<>(milestones.stream()
                    .map(milestone -> milestone.disturbedBy(disturbance))
                    .toList());
            int distance = distance(latest.state() == null ? "" : MatterStateJson.write(latest.state()));
            known.milestones(affected.low(), distance, REFOLD_MILESTONES_MAX).forEach(this::addMilestone);
        }
        return affected;
    }

    private void addMilestoneAtEnd() {
        if (latest.state() != null && matter.kind() != Kind.NEGOTIATION) {
            String state = MatterStateJson.write(latest.state());
            if (version % distance(state) == 0) {
                addMilestone(new Milestone(lastPosition, latest.last(), latest.state()));
            }
        }
    }

    private void addMilestone(Milestone milestone) {
        if (milestone.state() != null) {
            milestones.add(new MilestoneRow(
                    matter, milestone.position(), milestone.start(), MatterStateJson.write(milestone.state()), null));
        }
    }

    /**
     * The distance between milestones: a power of two, so that the milestones depend on the number of entries alone,
     * not on the batches in which they arrived.
     */
    private static int distance(String state) {
        return Math.max(MIN_DISTANCE, Integer.highestOneBit(Math.max(1, state.length() / BYTES_PER_ENTRY)));
    }

    /** The row after all applied entries. */
    StateRow row() {
        if (history != null) {
            histories.keep(new Histories.Kept(history, bytes));
        }
        return new StateRow(
                matter,
                version,
                lastPosition,
                latest.state() == null ? null : MatterStateJson.write(latest.state()),
                latest.last());
    }

    List<MilestoneRow> milestones() {
        return milestones;
    }

    List<Disturbance> disturbances() {
        return disturbances;
    }
}
