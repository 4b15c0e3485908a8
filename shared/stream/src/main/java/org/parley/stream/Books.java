package org.parley.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

/**
 * A reader's checkpoint as this process last saw it, and the transactions that advance it. A transaction succeeds only
 * if no other process advanced the checkpoint in between. After any failure it must be loaded again. Only for the
 * reader's thread.
 */
final class Books {
    /** The maximum number of negotiations whose last position is kept in memory. */
    private static final int HEADS_MAX = 100_000;

    private final DataSource dataSource;
    private final String tables;
    private final ReaderTable readers;
    private final PositionTable positions;
    private final StopTable stopTable;
    private final AsideTable asideTable;
    private final ForeignTable foreign;
    private final String seals;

    private final Map<Integer, Reached> offsets = new TreeMap<>();
    private final Map<String, Stop> stops = new TreeMap<>();
    private final Map<String, Head> heads = new HashMap<>();

    /** The last position that the main reader saw of negotiations with a dedicated reader. */
    private final Map<String, Long> seenAside = new ConcurrentHashMap<>();

    private final Map<Integer, Long> sealedFrom = new HashMap<>();
    private ReaderTable.Belief known = new ReaderTable.Belief(-1, null, null);
    private long done;

    /** @param seals the keys whose seals are accepted */
    Books(DataSource dataSource, ReaderPlace location, SealKeys seals) {
        ReaderKey key = location.key();
        this.dataSource = dataSource;
        this.tables = location.tables();
        this.readers = new ReaderTable(key);
        this.positions = new PositionTable(key);
        this.stopTable = new StopTable(key);
        this.asideTable = new AsideTable(key);
        this.foreign = new ForeignTable(location.schema(), seals.current().fingerprint());
        SealKey former = seals.former();
        this.seals = former == null
                ? seals.current().fingerprint()
                : seals.current().fingerprint() + " " + former.fingerprint();
    }

    /** Work in a transaction. The returned changes are written and committed with it. */
    interface Work {
        Changes in(Connection connection) throws SQLException, Fenced;
    }

    /**
     * Reads the checkpoint.
     *
     * @return the negotiations that advanced since it was last loaded; empty on the first load
     */
    Set<String> load() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            // Read first: if another process advances the checkpoint after this, the next transaction fails.
            ReaderTable.Belief now = readers.read(connection);
            Set<String> advanced = known.revision() < 0 ? Set.of() : positions.wentOn(connection, known.revision());
            offsets.clear();
            offsets.putAll(readers.offsets(connection));
            stops.clear();
            stops.putAll(stopTable.read(connection));
            heads.clear();
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
     * @throws Fenced if another process advanced it, or the database lost the last commits
     */
    void requireCurrent() throws SQLException, Fenced {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!readers.read(connection).equals(known)) {
                throw new Fenced();
            }
        }
    }

    /** Whether the checkpoint was reached with the same seal keys. Other keys would accept other records. */
    boolean isOfTheseSeals() {
        return seals.equals(known.seals());
    }

    /** Restarts from these offsets, without stops, after the topic was recreated or the keys have changed. */
    void begin(String topicId, Map<Integer, Reached> from) throws SQLException, Fenced {
        Changes changes = Changes.none();
        changes.resumed().addAll(stops.keySet());
        changes.offsets().putAll(from);
        List<Stop> aside = aside();
        long[] counted = {done};
        commit(connection -> {
            for (Stop stop : aside) {
                asideTable.end(connection, stop.negotiation(), known.revision() + 1);
            }
            readers.begin(connection, topicId, seals);
            foreign.forgetOthers(connection);
            counted[0] = positions.done(connection);
            return changes;
        });
        done = counted[0];
        heads.clear();
        known = new ReaderTable.Belief(known.revision(), topicId, seals);
        offsets.keySet().retainAll(from.keySet());
        sealedFrom.clear();
    }

    /**
     * Runs work in a transaction and adopts its changes after the commit.
     *
     * @throws Fenced if another process has advanced the checkpoint
     */
    Changes commit(Work work) throws SQLException, Fenced {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                prepare(connection);
                readers.advance(connection, known.revision());
                Changes changes = work.in(connection);
                write(connection, changes);
                connection.commit();
                adopt(changes);
                return changes;
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    /**
     * Sets the search path to the projection's tables, and makes the commit asynchronous. Rows and checkpoint are
     * committed together: what a power failure loses is read from Kafka again.
     */
    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = %s; set local synchronous_commit = off".formatted(tables));
        }
    }

    private void write(Connection connection, Changes changes) throws SQLException {
        if (!changes.heads().isEmpty()) {
            positions.write(connection, known.revision() + 1, changes.heads());
            positions.append(connection, changes.ids());
        }
        if (!changes.resumed().isEmpty()) {
            stopTable.delete(connection, changes.resumed());
        }
        for (Stop stop : changes.stops().values()) {
            if (startsDedicatedReader(stop)) {
                asideTable.begin(connection, stop, Objects.requireNonNull(known.topicId()));
            }
        }
        if (!changes.stops().isEmpty()) {
            stopTable.write(connection, changes.stops().values());
            stopTable.deleteRetryRequests(
                    connection,
                    changes.stops().values().stream()
                            .filter(Stop::isRetrying)
                            .map(Stop::negotiation)
                            .toList());
        }
        if (!changes.offsets().isEmpty()) {
            readers.write(connection, changes.offsets());
        }
        String topicId = known.topicId();
        if (topicId != null && !changes.passedOver().isEmpty()) {
            foreign.write(connection, topicId, changes.passedOver());
        }
    }

    private boolean startsDedicatedReader(Stop stop) {
        Stop before = stops.get(stop.negotiation());
        return stop.isAside() && (before == null || !before.isAside());
    }

    private void adopt(Changes changes) {
        for (Stop stop : changes.stops().values()) {
            if (startsDedicatedReader(stop)) {
                done -= stop.position() - 1;
                seenAside.put(stop.negotiation(), stop.seen());
            }
        }
        known = new ReaderTable.Belief(known.revision() + 1, known.topicId(), known.seals());
        if (heads.size() > HEADS_MAX) {
            heads.clear();
        }
        heads.putAll(changes.heads());
        changes.stops().values().stream().filter(Stop::isAside).forEach(stop -> heads.remove(stop.negotiation()));
        stops.keySet().removeAll(changes.resumed());
        stops.putAll(changes.stops());
        offsets.putAll(changes.offsets());
        changes.passedOver().partitions().forEach((partition, found) -> {
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
    boolean takeBack(Stop aside, Rewind rewind) throws SQLException, Fenced {
        long reached;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            reached = asideTable.reached(connection, aside);
        }
        if (reached < 0) {
            return false;
        }
        long[] counted = {done};
        rewind.goBack(List.of(aside.aside(reached)), connection -> {
            asideTable.end(connection, aside.negotiation(), known.revision() + 1);
            counted[0] = positions.done(connection);
        });
        done = counted[0];
        heads.remove(aside.negotiation());
        seenAside.remove(aside.negotiation());
        return true;
    }

    /** The name of a negotiation's dedicated reader. */
    String asideReader(Stop aside) {
        return asideTable.reader(aside.negotiation());
    }

    /** The negotiations that have a dedicated reader. */
    List<Stop> aside() {
        return stops.values().stream().filter(Stop::isAside).toList();
    }

    /** Records the position of an event if its negotiation has a dedicated reader. */
    void passed(Incoming.Event event) {
        if (!stops.isEmpty()) {
            Stop stop = stops.get(event.negotiation());
            if (stop != null && stop.isAside()) {
                seenAside.merge(event.negotiation(), event.position(), Math::max);
            }
        }
    }

    /** The last position that the main reader saw of a negotiation with a dedicated reader. Thread-safe. */
    long seenAside(String negotiation) {
        return seenAside.getOrDefault(negotiation, 0L);
    }

    /** The last applied events of these negotiations; those without any are missing. */
    Map<String, Head> heads(Connection connection, Collection<String> negotiations) throws SQLException {
        Map<String, Head> found = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String negotiation : negotiations) {
            Head head = heads.get(negotiation);
            if (head == null) {
                unknown.add(negotiation);
            } else {
                found.put(negotiation, head);
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, Head> read = positions.heads(connection, unknown);
            found.putAll(read);
            heads.putAll(read);
        }
        return found;
    }

    KnownIds ids(Connection connection, Collection<KnownIds.Place> places) throws SQLException {
        return positions.ids(connection, places);
    }

    /** The id of the current topic. */
    UUID topic() {
        Uuid id = Uuid.fromString(Objects.requireNonNull(known.topicId(), "the reader has no topic yet"));
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    @Nullable String topicId() {
        return known.topicId();
    }

    Map<Integer, Reached> offsets() {
        return Map.copyOf(offsets);
    }

    /** The offset of the first record with the current key's seal, by partition; partitions without one are missing. */
    Map<Integer, Long> sealedFrom() {
        return Map.copyOf(sealedFrom);
    }

    Map<String, Stop> stops() {
        return Map.copyOf(stops);
    }

    List<StoppedNegotiation> stopped() {
        return stops.values().stream().filter(Stop::isShown).map(Stop::shown).toList();
    }

    List<SlowNegotiation> slow() {
        return aside().stream().map(Stop::slow).toList();
    }

    long done() {
        return done;
    }
}
