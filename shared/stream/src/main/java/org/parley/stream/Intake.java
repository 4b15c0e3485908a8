package org.parley.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies batches to a projection in transactions that each use only part of the time limit. If a batch fails, it finds
 * the event at fault. If a batch takes too long, it finds the slow negotiation.
 */
final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Projection projection;
    private final Books checkpoint;
    private final ReaderSettings settings;
    private final BooleanSupplier closing;
    private final BoundedRun bounded;
    private final boolean isBounded;
    private final Portion portion;

    /** @param isBounded whether the time limit also applies to a transaction with a single event */
    Intake(Projection projection, Books checkpoint, ReaderSettings settings, boolean isBounded, BooleanSupplier closing) {
        this.projection = projection;
        this.checkpoint = checkpoint;
        this.settings = settings;
        this.closing = closing;
        this.bounded = new BoundedRun(projection.name(), closing);
        this.isBounded = isBounded;
        // A slow negotiation starts with one record, so that each committed record is progress.
        this.portion = new Portion(isBounded ? settings.maxBatch() : 1, settings.maxBatch(), settings.share());
    }

    /**
     * Applies a batch.
     *
     * @param filtered the ledger's records of the batch, and the records that are skipped
     * @param reached the offsets after the batch, by partition
     * @param committed called with the changes of each committed transaction
     * @throws SQLException if the database fails; the rest of the batch is then not applied
     * @throws Fenced if another process has advanced the checkpoint
     */
    void take(Screen.Screened filtered, Map<Integer, Reached> reached, Consumer<Changes> committed)
            throws SQLException, Fenced {
        List<Incoming> batch = filtered.ledgers();
        int from = 0;
        do {
            int to = Math.min(batch.size(), from + portion.size());
            List<Incoming> part = batch.subList(from, to);
            // Written with the first part, so that all skipped records are stored even if a later part fails.
            PassedOver passedOver = from == 0 ? filtered.passedOver() : new PassedOver();
            applyPart(new Screen.Screened(part, passedOver), to == batch.size() ? reached : reachedBy(part), committed);
            part.forEach(record -> {
                if (record instanceof Incoming.Event event) {
                    checkpoint.passed(event);
                }
            });
            from = to;
        } while (from < batch.size() && !closing.getAsBoolean());
    }

    private static Map<Integer, Reached> reachedBy(List<Incoming> part) {
        Map<Integer, Reached> reached = new HashMap<>();
        part.forEach(record -> reached.put(record.partition(), Reached.at(record.offset() + 1)));
        return reached;
    }

    private void applyPart(Screen.Screened part, Map<Integer, Reached> reached, Consumer<Changes> committed)
            throws SQLException, Fenced {
        long begin = System.nanoTime();
        int records = part.ledgers().size();
        try {
            applyTogether(part, reached, committed);
            portion.took(records, System.nanoTime() - begin);
        } catch (TookTooLongException e) {
            if (closing.getAsBoolean()) {
                throw e;
            }
            portion.tookTooLong(records);
            if (isBounded) {
                applyByNegotiation(part.ledgers(), committed);
            } else {
                applyEventByEvent(part.ledgers(), committed);
            }
            // only repeats and stopped events are left: this advances the offsets
            applyTogether(part, reached, committed);
        }
    }

    /** Applies records in one transaction. If that fails, a second transaction leaves the failing events out. */
    private void applyTogether(Screen.Screened part, Map<Integer, Reached> reached, Consumer<Changes> committed)
            throws SQLException, Fenced {
        List<Incoming> batch = part.ledgers();
        Map<String, Stop> before = checkpoint.stops();
        Map<String, Throwable> faults = new HashMap<>();
        Changes changes;
        try {
            changes = checkpoint.commit(connection -> {
                Sequencer sequencer = sequence(connection, batch);
                if (!sequencer.accepted().isEmpty()) {
                    project(connection, sequencer.accepted());
                }
                readAgain(connection, sequencer);
                return withSkipped(part, sequencer.changes(sequencer.accepted(), reached));
            });
        } catch (TookTooLongException e) {
            throw e;
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (Transience.isTransient(e) || closing.getAsBoolean()) {
                throw e;
            }
            LOG.debug("{}: a batch failed; searching for the event at fault", projection.name(), e);
            changes = checkpoint.commit(connection -> {
                faults.clear();
                Sequencer sequencer = sequence(connection, batch);
                List<Incoming.Event> applied = isolate(connection, sequencer, faults);
                readAgain(connection, sequencer);
                return withSkipped(part, sequencer.changes(applied, reached));
            });
        }
        report(changes, before, faults);
        committed.accept(changes);
    }

    private void project(Connection connection, Collection<Incoming.Event> accepted) throws SQLException {
        List<ReceivedEvent> events = events(accepted);
        Duration limit = isBounded || events.size() > 1 ? settings.share() : null;
        bounded.run(connection, limit, () -> projection.project(connection, events));
    }

    private void readAgain(Connection connection, Sequencer sequencer) throws SQLException {
        if (!sequencer.repeats().isEmpty()) {
            projection.readAgain(connection, events(sequencer.repeats()));
        }
    }

    /** Applies each event in its own transaction without a time limit: the events before it are already committed. */
    private void applyEventByEvent(List<Incoming> part, Consumer<Changes> committed) throws SQLException, Fenced {
        for (Incoming one : part) {
            applyTogether(new Screen.Screened(List.of(one), new PassedOver()), Map.of(), committed);
        }
    }

    /**
     * Applies each negotiation in its own transaction, smallest first; one that exceeds the limit gets its own reader.
     */
    private void applyByNegotiation(List<Incoming> part, Consumer<Changes> committed) throws SQLException, Fenced {
        Map<String, List<Incoming>> byNegotiation = new LinkedHashMap<>();
        part.forEach(record -> byNegotiation
                .computeIfAbsent(record.negotiation(), any -> new ArrayList<>())
                .add(record));
        List<List<Incoming>> smallestFirst = byNegotiation.values().stream()
                .sorted(Comparator.comparing(List::size))
                .toList();
        for (List<Incoming> one : smallestFirst) {
            try {
                applyTogether(new Screen.Screened(one, new PassedOver()), Map.of(), committed);
            } catch (TookTooLongException e) {
                if (closing.getAsBoolean()) {
                    throw e;
                }
                moveToOwnReader(one, committed);
            }
        }
    }

    private void moveToOwnReader(List<Incoming> one, Consumer<Changes> committed) throws SQLException, Fenced {
        LOG.warn(
                "{}: {} takes longer than {} ms to apply; a dedicated reader takes over",
                projection.name(),
                one.getFirst().negotiation(),
                settings.share().toMillis());
        committed.accept(checkpoint.commit(connection -> {
            Sequencer sequencer = sequence(connection, one);
            if (!sequencer.accepted().isEmpty()) {
                sequencer.aside(sequencer.accepted().getFirst(), settings.share());
            }
            return sequencer.changes(List.of(), Map.of());
        }));
    }

    /** The time since the last slow transaction. */
    Duration calm() {
        return portion.calm();
    }

    @Override
    public void close() {
        bounded.close();
    }

    private static Changes withSkipped(Screen.Screened filtered, Changes changes) {
        changes.passedOver().addAll(filtered.passedOver());
        return changes;
    }

    private Sequencer sequence(Connection connection, List<Incoming> batch) throws SQLException {
        Map<String, Stop> stops = checkpoint.stops();
        Set<String> negotiations = new HashSet<>(stops.keySet());
        batch.forEach(record -> negotiations.add(record.negotiation()));
        Map<String, Head> heads = checkpoint.heads(connection, negotiations);
        Set<KnownIds.Place> sought = new HashSet<>();
        for (Incoming record : batch) {
            if (record instanceof Incoming.Event event
                    && event.position()
                            < heads.getOrDefault(event.negotiation(), Head.NONE).position()) {
                sought.add(KnownIds.Place.of(event.negotiation(), event.position()));
            }
        }
        Sequencer sequencer = new Sequencer(heads, stops, checkpoint.ids(connection, sought), now(), settings.gapPatience());
        batch.forEach(sequencer::take);
        return sequencer;
    }

    /** The current time with the precision of PostgreSQL. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Applies each negotiation by itself; if one fails, applies its events one by one and stops it at the event that
     * fails.
     */
    private List<Incoming.Event> isolate(Connection connection, Sequencer sequencer, Map<String, Throwable> faults)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate"); // otherwise a violation only shows at commit
        }
        Map<String, List<Incoming.Event>> byNegotiation = new LinkedHashMap<>();
        sequencer.accepted().forEach(event -> byNegotiation
                .computeIfAbsent(event.negotiation(), any -> new ArrayList<>())
                .add(event));
        List<Incoming.Event> applied = new ArrayList<>();
        for (List<Incoming.Event> events : byNegotiation.values()) {
            if (attempt(connection, events) == null) {
                applied.addAll(events);
                continue;
            }
            for (Incoming.Event event : events) {
                Throwable fault = attempt(connection, List.of(event));
                if (fault != null) {
                    sequencer.stop(event, Stop.Cause.POISON, event.position(), Wording.of(fault));
                    faults.put(event.negotiation(), fault);
                    break;
                }
                applied.add(event);
            }
        }
        return applied;
    }

    /** Applies all events or none; returns the failure, or null. */
    private @Nullable Throwable attempt(Connection connection, List<Incoming.Event> events) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            project(connection, events);
            connection.releaseSavepoint(savepoint);
            return null;
        } catch (TookTooLongException e) {
            throw e;
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (closing.getAsBoolean() || Transience.isTransient(e, connection)) {
                throw e;
            }
            connection.rollback(savepoint);
            return e;
        }
    }

    private List<ReceivedEvent> events(Collection<Incoming.Event> accepted) {
        UUID topic = checkpoint.topic();
        List<ReceivedEvent> events = new ArrayList<>(accepted.size());
        accepted.forEach(event ->
                events.add(new ReceivedEvent(event.published(), topic, event.partition(), event.firstOffset())));
        return List.copyOf(events);
    }

    private void report(Changes changes, Map<String, Stop> before, Map<String, Throwable> faults) {
        changes.passedOver().told().ifPresent(text -> LOG.warn("{}: {}; skipped", projection.name(), text));
        changes.stops().forEach((negotiation, stop) -> {
            Stop earlier = before.get(negotiation);
            if (stop.isShown() && (earlier == null || !earlier.isShown())) {
                LOG.error(
                        "{}: {} is stopped at position {}, event {}: {}",
                        projection.name(),
                        negotiation,
                        stop.position(),
                        stop.developmentId(),
                        stop.reason(),
                        faults.get(negotiation));
            }
        });
        for (String negotiation : changes.resumed()) {
            Stop earlier = before.get(negotiation);
            if (earlier != null && earlier.isShown()) {
                LOG.info("{}: {} is resumed", projection.name(), negotiation);
            }
        }
    }
}
