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
 * Takes batches into a projection, in transactions that each take a fraction of the time that one may take; finds the event
 * at fault when one cannot be taken in, and the negotiation that takes too long.
 */
final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Projection projection;
    private final Books books;
    private final ReaderSettings settings;
    private final BooleanSupplier closing;
    private final BoundedRun bounded;
    private final boolean isBounded;
    private final Portion portion;

    /** @param isBounded whether one event, too, may take no longer than a share */
    Intake(Projection projection, Books books, ReaderSettings settings, boolean isBounded, BooleanSupplier closing) {
        this.projection = projection;
        this.books = books;
        this.settings = settings;
        this.closing = closing;
        this.bounded = new BoundedRun(projection.name(), closing);
        this.isBounded = isBounded;
        // What took long before is begun with one record: whatever the next one takes, that is done.
        this.portion = new Portion(isBounded ? settings.maxBatch() : 1, settings.maxBatch(), settings.share());
    }

    /**
     * Takes in a batch.
     *
     * @param screened what of it is the ledger's, and what is not
     * @param reached how far the batch reads
     * @param committed hears of what each transaction changed
     * @throws SQLException when the database fails; what is not committed yet is not taken in then
     * @throws Fenced when another process is at work
     */
    void take(Screen.Screened screened, Map<Integer, Reached> reached, Consumer<Changes> committed)
            throws SQLException, Fenced {
        List<Incoming> batch = screened.ledgers();
        int from = 0;
        do {
            int to = Math.min(batch.size(), from + portion.size());
            List<Incoming> part = batch.subList(from, to);
            // With the first part, so that all of it is noted whatever becomes of the others.
            PassedOver passedOver = from == 0 ? screened.passedOver() : new PassedOver();
            takePart(new Screen.Screened(part, passedOver), to == batch.size() ? reached : reachedBy(part), committed);
            part.forEach(incoming -> {
                if (incoming instanceof Incoming.Event event) {
                    books.passed(event);
                }
            });
            from = to;
        } while (from < batch.size() && !closing.getAsBoolean());
    }

    private static Map<Integer, Reached> reachedBy(List<Incoming> part) {
        Map<Integer, Reached> reached = new HashMap<>();
        part.forEach(incoming -> reached.put(incoming.partition(), Reached.at(incoming.offset() + 1)));
        return reached;
    }

    private void takePart(Screen.Screened part, Map<Integer, Reached> reached, Consumer<Changes> committed)
            throws SQLException, Fenced {
        long begin = System.nanoTime();
        int records = part.ledgers().size();
        try {
            takeTogether(part, reached, committed);
            portion.took(records, System.nanoTime() - begin);
        } catch (TookTooLongException e) {
            if (closing.getAsBoolean()) {
                throw e;
            }
            portion.tookTooLong(records);
            if (isBounded) {
                takeNegotiations(part.ledgers(), committed);
            } else {
                takeEvents(part.ledgers(), committed);
            }
            takeTogether(part, reached, committed); // all are repeats now, or not taken in: it moves the place
        }
    }

    /** In one transaction; what cannot be taken in, in another that leaves it out. */
    private void takeTogether(Screen.Screened part, Map<Integer, Reached> reached, Consumer<Changes> committed)
            throws SQLException, Fenced {
        List<Incoming> batch = part.ledgers();
        Map<String, Stop> before = books.stops();
        Map<String, Throwable> faults = new HashMap<>();
        Changes changes;
        try {
            changes = books.commit(connection -> {
                Sequencer sequencer = sequence(connection, batch);
                if (!sequencer.accepted().isEmpty()) {
                    project(connection, sequencer.accepted());
                }
                readAgain(connection, sequencer);
                return with(part, sequencer.changes(sequencer.accepted(), reached));
            });
        } catch (TookTooLongException e) {
            throw e;
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (Transience.isTransient(e) || closing.getAsBoolean()) {
                throw e;
            }
            LOG.debug("{}: a batch could not be taken in; looking for the event at fault", projection.name(), e);
            changes = books.commit(connection -> {
                faults.clear();
                Sequencer sequencer = sequence(connection, batch);
                List<Incoming.Event> applied = isolate(connection, sequencer, faults);
                readAgain(connection, sequencer);
                return with(part, sequencer.changes(applied, reached));
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

    /** Each event in a transaction of its own, however long it takes: what came before it is done. */
    private void takeEvents(List<Incoming> part, Consumer<Changes> committed) throws SQLException, Fenced {
        for (Incoming one : part) {
            takeTogether(new Screen.Screened(List.of(one), new PassedOver()), Map.of(), committed);
        }
    }

    /** Each negotiation in a transaction of its own, the smallest first; one that still takes too long is set aside. */
    private void takeNegotiations(List<Incoming> part, Consumer<Changes> committed) throws SQLException, Fenced {
        Map<String, List<Incoming>> byNegotiation = new LinkedHashMap<>();
        part.forEach(incoming -> byNegotiation
                .computeIfAbsent(incoming.negotiation(), any -> new ArrayList<>())
                .add(incoming));
        List<List<Incoming>> smallestFirst = byNegotiation.values().stream()
                .sorted(Comparator.comparing(List::size))
                .toList();
        for (List<Incoming> one : smallestFirst) {
            try {
                takeTogether(new Screen.Screened(one, new PassedOver()), Map.of(), committed);
            } catch (TookTooLongException e) {
                if (closing.getAsBoolean()) {
                    throw e;
                }
                setAside(one, committed);
            }
        }
    }

    private void setAside(List<Incoming> one, Consumer<Changes> committed) throws SQLException, Fenced {
        LOG.warn(
                "{}: {} takes longer than {} ms to take in; it is read aside",
                projection.name(),
                one.getFirst().negotiation(),
                settings.share().toMillis());
        committed.accept(books.commit(connection -> {
            Sequencer sequencer = sequence(connection, one);
            if (!sequencer.accepted().isEmpty()) {
                sequencer.aside(sequencer.accepted().getFirst(), settings.share());
            }
            return sequencer.changes(List.of(), Map.of());
        }));
    }

    /** For how long no transaction has taken long. */
    Duration calm() {
        return portion.calm();
    }

    @Override
    public void close() {
        bounded.close();
    }

    private static Changes with(Screen.Screened screened, Changes changes) {
        changes.passedOver().addAll(screened.passedOver());
        return changes;
    }

    private Sequencer sequence(Connection connection, List<Incoming> batch) throws SQLException {
        Map<String, Stop> stops = books.stops();
        Set<String> negotiations = new HashSet<>(stops.keySet());
        batch.forEach(incoming -> negotiations.add(incoming.negotiation()));
        Map<String, Head> heads = books.heads(connection, negotiations);
        Set<KnownIds.Place> sought = new HashSet<>();
        for (Incoming incoming : batch) {
            if (incoming instanceof Incoming.Event event
                    && event.position()
                            < heads.getOrDefault(event.negotiation(), Head.NONE).position()) {
                sought.add(KnownIds.Place.of(event.negotiation(), event.position()));
            }
        }
        Sequencer sequencer = new Sequencer(heads, stops, books.ids(connection, sought), now(), settings.gapPatience());
        batch.forEach(sequencer::take);
        return sequencer;
    }

    /** As exact as PostgreSQL keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Applies negotiation by negotiation; one that fails, event by event, and stops it at the event that fails. */
    private List<Incoming.Event> isolate(Connection connection, Sequencer sequencer, Map<String, Throwable> faults)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate"); // a violation must not wait for the commit
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

    /** Applies the events, or nothing of them; returns why it could not. */
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
        UUID topic = books.topic();
        List<ReceivedEvent> events = new ArrayList<>(accepted.size());
        accepted.forEach(event ->
                events.add(new ReceivedEvent(event.published(), topic, event.partition(), event.firstOffset())));
        return List.copyOf(events);
    }

    private void report(Changes changes, Map<String, Stop> before, Map<String, Throwable> faults) {
        changes.passedOver().told().ifPresent(told -> LOG.warn("{}: {}; passed over", projection.name(), told));
        changes.stops().forEach((negotiation, stop) -> {
            Stop earlier = before.get(negotiation);
            if (stop.isShown() && (earlier == null || !earlier.isShown())) {
                LOG.error(
                        "{}: stops with {} at position {}, event {}: {}",
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
                LOG.info("{}: goes on with {}", projection.name(), negotiation);
            }
        }
    }
}
