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
 * One matter while a batch is taken in. What comes last in the world too goes on from the state as it is; anything else, such
 * as a late entry or a correction, takes the matter's whole history. A note that changes no state disturbs no milestone. What comes of it does not depend on where batches begin
 * and end.
 */
final class Growth {
    /** A milestone is kept after so many entries, and the further apart the larger the state is. */
    private static final int APART = 16;

    /** So many bytes of a milestone are worth an entry. */
    private static final int BYTES_AN_ENTRY = 64;

    /** How many milestones are made along a history that is folded anew. */
    private static final int ALONG_MAX = 8;

    private final Connection connection;
    private final Histories histories;
    private final MatterAddress matter;
    private final Reached stored;
    private final List<Entry> taken = new ArrayList<>();
    private final List<Disturbance> disturbances = new ArrayList<>();
    private List<MilestoneRow> milestones = new ArrayList<>();
    private @Nullable History history;
    private long bytes;
    private Tip tip;
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
        this.tip = new Tip(matter, row.state() == null ? null : MatterStateJson.read(row.state()), row.holdsFrom());
        this.version = row.version();
        this.lastPosition = row.lastPosition();
    }

    /**
     * Takes in the next entry; returns where it makes a difference.
     *
     * @param json how many bytes its event has as JSON
     */
    Reach take(Entry entry, int json) throws SQLException {
        Reach reach;
        if (history == null && isSimple(entry)) {
            reach = Reach.of(entry);
            tip = tip.then(entry);
        } else {
            reach = takeInto(history(), entry);
        }
        taken.add(entry);
        bytes += MemoryUse.ofEntry(json);
        version++;
        lastPosition = entry.position();
        if (version % APART == 0) {
            markEnd();
        }
        return reach;
    }

    private boolean isSimple(Entry entry) {
        return !(entry.event() instanceof EditorialEvent) && tip.grows(Reach.of(entry));
    }

    private History history() throws SQLException {
        History known = history;
        if (known == null) {
            known = new History(matter);
            if (!stored.equals(Reached.NOTHING)) {
                bytes += StateTables.entries(connection, matter, known::record);
            }
            taken.forEach(known::record);
            history = known;
        }
        return known;
    }

    private Reach takeInto(History known, Entry entry) {
        History.Effect effect = known.record(entry);
        Reach reach = effect.reach();
        boolean grows = tip.grows(reach);
        List<Occurrence> effective = known.effective();
        tip = new Tip(
                matter,
                known.state().orElse(null),
                effective.isEmpty() ? Instant.MIN : effective.getLast().start());
        if (!grows && effect.changesState() && matter.kind() != Kind.NEGOTIATION) {
            Disturbance disturbance = new Disturbance(matter, entry.position(), reach);
            disturbances.add(disturbance);
            milestones = new ArrayList<>(milestones.stream()
                    .map(milestone -> milestone.disturbedBy(disturbance))
                    .toList());
            int apart = apart(tip.state() == null ? "" : MatterStateJson.write(tip.state()));
            known.milestones(reach.low(), apart, ALONG_MAX).forEach(this::keep);
        }
        return reach;
    }

    private void markEnd() {
        if (tip.state() != null && matter.kind() != Kind.NEGOTIATION) {
            String state = MatterStateJson.write(tip.state());
            if (version % apart(state) == 0) {
                keep(new Milestone(lastPosition, tip.last(), tip.state()));
            }
        }
    }

    private void keep(Milestone milestone) {
        if (milestone.state() != null) {
            milestones.add(new MilestoneRow(
                    matter, milestone.position(), milestone.start(), MatterStateJson.write(milestone.state()), null));
        }
    }

    /** A power of two: so what is kept depends on how many entries there are, and not on when they came. */
    private static int apart(String state) {
        return Math.max(APART, Integer.highestOneBit(Math.max(1, state.length() / BYTES_AN_ENTRY)));
    }

    /** The row after everything taken in. */
    StateRow row() {
        if (history != null) {
            histories.keep(new Histories.Kept(history, bytes));
        }
        return new StateRow(
                matter,
                version,
                lastPosition,
                tip.state() == null ? null : MatterStateJson.write(tip.state()),
                tip.last());
    }

    List<MilestoneRow> milestones() {
        return milestones;
    }

    List<Disturbance> disturbances() {
        return disturbances;
    }
}
