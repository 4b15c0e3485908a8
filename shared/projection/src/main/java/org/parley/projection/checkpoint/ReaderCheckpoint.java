package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.parley.projection.SlowNegotiation;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.kafka.LedgerRecord;
import org.parley.projection.kafka.PartitionOffset;

/**
 * A reader's checkpoint as this process last saw it, and the transactions that advance it. A transaction succeeds only
 * if no other process advanced the checkpoint in between. After any failure it must be loaded again. Only for the
 * reader's thread.
 */
public final class ReaderCheckpoint {
    /** The maximum number of negotiations whose last position is kept in memory. */
    private static final int HEADS_MAX = 100_000;

    private final DataSource dataSource;
    private final CheckpointKey key;
    private final String tables;
    private final CheckpointTable readers;
    private final AppliedPositionTable positions;
    private final NegotiationStopTable stopTable;
    private final SlowNegotiationCheckpoints asideTable;
    private final ForeignRecordTable foreign;
    private final String seals;

    private final Map<Integer, PartitionOffset> offsets = new TreeMap<>();
    private final Map<String, NegotiationStop> stops = new TreeMap<>();
    private final Map<String, AppliedPosition> appliedPositions = new HashMap<>();

    /** The last position that the main reader saw of negotiations with a dedicated reader. */
    private final Map<String, Long> lastSeenPosition = new ConcurrentHashMap<>();

    private final Map<Integer, Long> sealedFrom = new HashMap<>();
    private CheckpointTable.KnownState known = new CheckpointTable.KnownState(-1, null, null);
    private @Nullable CheckpointTransaction transaction;
    private long done;

    /** @param seals the keys whose seals are accepted */
    public ReaderCheckpoint(DataSource dataSource, CheckpointLocation location, SealKeys seals) {
        this.key = location.key();
        this.dataSource = dataSource;
        this.tables = location.tablesSchema();
        this.readers = new CheckpointTable(key);
        this.positions = new AppliedPositionTable(key);
        this.stopTable = new NegotiationStopTable(key);
        this.asideTable = new SlowNegotiationCheckpoints(key);
        this.foreign = new ForeignRecordTable(location.schema(), seals.current().fingerprint());
        SealKey former = seals.former();
        this.seals = former == null
                ? seals.current().fingerprint()
                : seals.current().fingerprint() + " " + former.fingerprint();
    }

    /** Work in a transaction. The returned changes are written and committed with it. */
    public interface Work {
        CheckpointChanges run(Connection connection) throws SQLException, FencedException;
    }

    /**
     * Reads the checkpoint.
     *
     * @return the negotiations that advanced since it was last loaded; empty on the first load
     */
    public Set<String> load() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            // Read first: if another process advances the checkpoint after this, the next transaction fails.
            CheckpointTable.KnownState now = readers.read(connection);
            Set<String> advanced =
                    known.revision() < 0 ? Set.of() : positions.advancedSince(connection, known.revision());
            offsets.clear();
            offsets.putAll(readers.offsets(connection));
            stops.clear();
            stops.putAll(stopTable.read(connection));
            appliedPositions.clear();
            sealedFrom.clear();
            if (now.topicId() != null) {
                sealedFrom.putAll(foreign.sealedFrom(connection, now.topicId()));
            }
            done = positions.done(connection);
            known = now;
            return advanced;
        }
    }

    /**
     * Requires that the stored checkpoint is the one this process last saw.
     *
     * @throws FencedException if another process advanced it, or the database lost the last commits
     */
    public void requireCurrent() throws SQLException, FencedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!readers.read(connection).equals(known)) {
                throw new FencedException();
            }
        }
    }

    /** Whether the checkpoint was reached with the same seal keys. Other keys would accept other records. */
    public boolean hasSameSealKeys() {
        return seals.equals(known.seals());
    }

    /** Restarts from these offsets, without stops, after the topic was recreated or the keys have changed. */
    public void restart(String topicId, Map<Integer, PartitionOffset> from) throws SQLException, FencedException {
        CheckpointChanges changes = CheckpointChanges.empty();
        changes.resumed().addAll(stops.keySet());
        changes.offsets().putAll(from);
        List<NegotiationStop> aside = slowStops();
        long[] counted = {done};
        commit(connection -> {
            for (NegotiationStop stop : aside) {
                asideTable.end(connection, stop.negotiation(), known.revision() + 1);
            }
            readers.restart(connection, topicId, seals);
            foreign.forgetOthers(connection);
            counted[0] = positions.done(connection);
            return changes;
        });
        done = counted[0];
        appliedPositions.clear();
        known = new CheckpointTable.KnownState(known.revision(), topicId, seals);
        offsets.keySet().retainAll(from.keySet());
        sealedFrom.clear();
    }

    /**
     * Runs work in a transaction and adopts its changes after the commit.
     *
     * @throws FencedException if another process has advanced the checkpoint
     */
    public CheckpointChanges commit(Work work) throws SQLException, FencedException {
        return commit(null, work);
    }

    /**
     * Like {@link #commit(Work)}, with a time limit for the statements of the work.
     *
     * @param limit the limit of each statement, which {@link #limitStatements} changes; null for none
     */
    public CheckpointChanges commit(@Nullable Duration limit, Work work) throws SQLException, FencedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            CheckpointTransaction started = new CheckpointTransaction(key, connection);
            transaction = started;
            try {
                started.begin(tables, known.revision(), limit);
                CheckpointChanges changes = work.run(connection);
                write(connection, started, changes);
                connection.commit();
                adopt(changes);
                return changes;
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            } finally {
                transaction = null;
            }
        }
    }

    /**
     * Sets the time limit of each of the next statements of the current transaction; null for none. A rollback to a
     * savepoint must not span this call.
     */
    public void limitStatements(@Nullable Duration limit) throws SQLException {
        Objects.requireNonNull(transaction, "there is no transaction").limitStatements(limit);
    }

    private void write(Connection connection, CheckpointTransaction started, CheckpointChanges changes)
            throws SQLException {
        started.write(known.revision() + 1, changes.positions(), changes.ids(), changes.offsets());
        if (!changes.resumed().isEmpty()) {
            stopTable.delete(connection, changes.resumed());
        }
        for (NegotiationStop stop : changes.stops().values()) {
            if (startsDedicatedReader(stop)) {
                asideTable.begin(connection, stop, Objects.requireNonNull(known.topicId()));
            }
        }
        if (!changes.stops().isEmpty()) {
            stopTable.write(connection, changes.stops().values());
            stopTable.deleteRetryRequests(
                    connection,
                    changes.stops().values().stream()
                            .filter(NegotiationStop::isRetrying)
                            .map(NegotiationStop::negotiation)
                            .toList());
        }
        String topicId = known.topicId();
        if (topicId != null && !changes.skipped().isEmpty()) {
            foreign.write(connection, topicId, changes.skipped());
        }
    }

    private boolean startsDedicatedReader(NegotiationStop stop) {
        NegotiationStop before = stops.get(stop.negotiation());
        return stop.isReadSeparately() && (before == null || !before.isReadSeparately());
    }

    private void adopt(CheckpointChanges changes) {
        for (NegotiationStop stop : changes.stops().values()) {
            if (startsDedicatedReader(stop)) {
                done -= stop.position() - 1;
                lastSeenPosition.put(stop.negotiation(), stop.seen());
            }
        }
        known = new CheckpointTable.KnownState(known.revision() + 1, known.topicId(), known.seals());
        if (appliedPositions.size() > HEADS_MAX) {
            appliedPositions.clear();
        }
        appliedPositions.putAll(changes.positions());
        changes.stops().values().stream()
                .filter(NegotiationStop::isReadSeparately)
                .forEach(stop -> appliedPositions.remove(stop.negotiation()));
        stops.keySet().removeAll(changes.resumed());
        stops.putAll(changes.stops());
        offsets.putAll(changes.offsets());
        changes.skipped().partitions().forEach((partition, found) -> {
            if (found.sealedFrom() != null) {
                sealedFrom.put(partition, found.sealedFrom());
            }
        });
        done += changes.applied();
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Returns a slow negotiation to the main reader: rewinds to the offset of its dedicated reader and deletes that
     * reader.
     *
     * @return false if the dedicated reader is busy or stopped
     */
    public boolean rejoin(NegotiationStop aside, CheckpointRewind rewind) throws SQLException, FencedException {
        long reached;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            reached = asideTable.reachedOffset(connection, aside);
        }
        if (reached < 0) {
            return false;
        }
        long[] counted = {done};
        rewind.rewind(List.of(aside.readSeparately(reached)), connection -> {
            asideTable.end(connection, aside.negotiation(), known.revision() + 1);
            counted[0] = positions.done(connection);
        });
        done = counted[0];
        appliedPositions.remove(aside.negotiation());
        lastSeenPosition.remove(aside.negotiation());
        return true;
    }

    /** The name of a negotiation's dedicated reader. */
    public String slowReaderName(NegotiationStop aside) {
        return asideTable.readerName(aside.negotiation());
    }

    /** The negotiations that have a dedicated reader. */
    public List<NegotiationStop> slowStops() {
        return stops.values().stream().filter(NegotiationStop::isReadSeparately).toList();
    }

    /** Records the position of an event if its negotiation has a dedicated reader. */
    public void observeSlow(LedgerRecord.Event event) {
        if (!stops.isEmpty()) {
            NegotiationStop stop = stops.get(event.negotiation());
            if (stop != null && stop.isReadSeparately()) {
                lastSeenPosition.merge(event.negotiation(), event.position(), Math::max);
            }
        }
    }

    /** The last position that the main reader saw of a negotiation with a dedicated reader. Thread-safe. */
    public long lastSeenPosition(String negotiation) {
        return lastSeenPosition.getOrDefault(negotiation, 0L);
    }

    /** The last applied events of these negotiations; those without any are missing. */
    public Map<String, AppliedPosition> appliedPositions(Connection connection, Collection<String> negotiations)
            throws SQLException {
        Map<String, AppliedPosition> found = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String negotiation : negotiations) {
            AppliedPosition head = appliedPositions.get(negotiation);
            if (head == null) {
                unknown.add(negotiation);
            } else {
                found.put(negotiation, head);
            }
        }
        if (!unknown.isEmpty()) {
            limitStatements(null);
            Map<String, AppliedPosition> read = positions.read(connection, unknown);
            found.putAll(read);
            appliedPositions.putAll(read);
        }
        return found;
    }

    public AppliedEventIds appliedEventIds(Connection connection, Collection<AppliedEventIds.BlockKey> places)
            throws SQLException {
        if (places.isEmpty()) {
            return new AppliedEventIds();
        }
        limitStatements(null);
        return positions.ids(connection, places);
    }

    /** The id of the current topic. */
    public UUID topicUuid() {
        Uuid id = Uuid.fromString(Objects.requireNonNull(known.topicId(), "the reader has no topic yet"));
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    @Nullable public String topicId() {
        return known.topicId();
    }

    public Map<Integer, PartitionOffset> offsets() {
        return Map.copyOf(offsets);
    }

    /** The offset of the first record with the current key's seal, by partition; partitions without one are missing. */
    public Map<Integer, Long> sealedFrom() {
        return Map.copyOf(sealedFrom);
    }

    public Map<String, NegotiationStop> stops() {
        return Map.copyOf(stops);
    }

    public List<StoppedNegotiation> stopped() {
        return stops.values().stream()
                .filter(NegotiationStop::isStopped)
                .map(NegotiationStop::toStoppedNegotiation)
                .toList();
    }

    public List<SlowNegotiation> slow() {
        return slowStops().stream().map(NegotiationStop::toSlowNegotiation).toList();
    }

    public long done() {
        return done;
    }
}
