package org.parley.archive.state.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.archive.state.projection.MatterSnapshotRow.Invalidation;
import org.parley.archive.store.MemoryUse;
import org.parley.contract.state.MatterStateJson;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.history.AffectedInterval;
import org.parley.domain.history.LatestMatterState;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.MatterSnapshot;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;

/**
 * Updates the state of one matter while a batch is applied. An entry that is also last in valid time is applied to the
 * latest state; any other entry, such as a late entry or a correction, is folded with the whole history. An entry that
 * changes no state invalidates no snapshot. The result does not depend on the bounds of batches.
 */
final class MatterStateUpdater {
    /** The minimum number of entries between snapshots; larger states have fewer snapshots. */
    private static final int MIN_DISTANCE = 4;

    /** The size of a state, in bytes, that adds one entry to the distance between snapshots. */
    private static final int BYTES_PER_ENTRY = 256;

    /** The maximum number of snapshots that are added when a history is folded again. */
    private static final int REFOLD_SNAPSHOTS_MAX = 8;

    private final Connection connection;
    private final HistoryCache histories;
    private final MatterAddress matter;
    private final HistoryVersion stored;
    private final List<LedgerEntry> applied = new ArrayList<>();
    private final List<Invalidation> invalidations = new ArrayList<>();
    private List<MatterSnapshotRow> snapshots = new ArrayList<>();
    private @Nullable RecordedHistory history;
    private long bytes;
    private LatestMatterState latest;
    private long version;
    private long lastPosition;

    MatterStateUpdater(Connection connection, HistoryCache histories, MatterStateRow row) {
        this.connection = connection;
        this.histories = histories;
        this.matter = row.matter();
        this.stored = new HistoryVersion(row.version(), row.lastPosition());
        Optional<HistoryCache.CachedHistory> kept = histories.take(matter, stored);
        this.history = kept.map(HistoryCache.CachedHistory::history).orElse(null);
        this.bytes = kept.map(HistoryCache.CachedHistory::bytes).orElse(0L);
        this.latest = new LatestMatterState(
                matter, row.state() == null ? null : MatterStateJson.read(row.state()), row.validFrom());
        this.version = row.version();
        this.lastPosition = row.lastPosition();
    }

    /**
     * Applies the next entry; returns the interval of valid time that it affects.
     *
     * @param json the size of its event as JSON, in bytes
     */
    AffectedInterval apply(LedgerEntry entry, int json) throws SQLException {
        AffectedInterval affected;
        if (history == null && isAppend(entry)) {
            affected = AffectedInterval.of(entry);
            latest = latest.after(entry);
        } else {
            affected = applyTo(history(), entry);
        }
        applied.add(entry);
        bytes += MemoryUse.ofEntry(json);
        version++;
        lastPosition = entry.position();
        if (version % MIN_DISTANCE == 0) {
            addSnapshotAtEnd();
        }
        return affected;
    }

    private boolean isAppend(LedgerEntry entry) {
        return !(entry.event() instanceof EditorialEvent) && latest.isExtendedBy(AffectedInterval.of(entry));
    }

    private RecordedHistory history() throws SQLException {
        RecordedHistory known = history;
        if (known == null) {
            known = new RecordedHistory(matter);
            if (!stored.equals(HistoryVersion.NOTHING)) {
                bytes += StateTables.entries(connection, matter, known::record);
            }
            applied.forEach(known::record);
            history = known;
        }
        return known;
    }

    private AffectedInterval applyTo(RecordedHistory known, LedgerEntry entry) {
        RecordedHistory.Effect effect = known.record(entry);
        AffectedInterval affected = effect.interval();
        boolean grows = latest.isExtendedBy(affected);
        List<Occurrence> effective = known.effective();
        latest = new LatestMatterState(
                matter,
                known.state().orElse(null),
                effective.isEmpty() ? Instant.MIN : effective.getLast().start());
        if (!grows && effect.changesState() && matter.kind() != MatterKind.NEGOTIATION) {
            Invalidation disturbance = new Invalidation(matter, entry.position(), affected);
            invalidations.add(disturbance);
            snapshots = new ArrayList<>(snapshots.stream()
                    .map(snapshot -> snapshot.invalidatedBy(disturbance))
                    .toList());
            int distance = distance(latest.state() == null ? "" : MatterStateJson.write(latest.state()));
            known.snapshots(affected.from(), distance, REFOLD_SNAPSHOTS_MAX).forEach(this::addSnapshot);
        }
        return affected;
    }

    private void addSnapshotAtEnd() {
        if (latest.state() != null && matter.kind() != MatterKind.NEGOTIATION) {
            String state = MatterStateJson.write(latest.state());
            if (version % distance(state) == 0) {
                addSnapshot(new MatterSnapshot(lastPosition, latest.last(), latest.state()));
            }
        }
    }

    private void addSnapshot(MatterSnapshot snapshot) {
        if (snapshot.state() != null) {
            snapshots.add(new MatterSnapshotRow(
                    matter, snapshot.position(), snapshot.start(), MatterStateJson.write(snapshot.state()), null));
        }
    }

    /**
     * The distance between snapshots: a power of two, so that the snapshots depend on the number of entries alone, not
     * on the batches in which they arrived.
     */
    private static int distance(String state) {
        return Math.max(MIN_DISTANCE, Integer.highestOneBit(Math.max(1, state.length() / BYTES_PER_ENTRY)));
    }

    /** The row after all applied entries. */
    MatterStateRow row() {
        if (history != null) {
            histories.put(new HistoryCache.CachedHistory(history, bytes));
        }
        return new MatterStateRow(
                matter,
                version,
                lastPosition,
                latest.state() == null ? null : MatterStateJson.write(latest.state()),
                latest.last());
    }

    List<MatterSnapshotRow> snapshots() {
        return snapshots;
    }

    List<Invalidation> invalidations() {
        return invalidations;
    }
}
