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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes batches into a projection, each in one transaction; finds the event at fault when one cannot be taken in. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Projection projection;
    private final Books books;
    private final Duration patience;
    private final BooleanSupplier closing;

    Intake(Projection projection, Books books, Duration patience, BooleanSupplier closing) {
        this.projection = projection;
        this.books = books;
        this.patience = patience;
        this.closing = closing;
    }

    /**
     * Takes in a batch.
     *
     * @param reached how far the batch reads
     * @throws SQLException when the database fails; nothing of the batch is taken in then
     * @throws Fenced when another process is at work
     */
    Changes take(List<Incoming> batch, Map<Integer, Reached> reached) throws SQLException, Fenced {
        Map<String, Stop> before = books.stops();
        Map<String, Throwable> faults = new HashMap<>();
        Changes changes;
        try {
            changes = books.commit(connection -> {
                Sequencer sequencer = sequence(connection, batch);
                if (!sequencer.accepted().isEmpty()) {
                    projection.project(connection, events(sequencer.accepted()));
                }
                if (!sequencer.repeats().isEmpty()) {
                    projection.readAgain(connection, events(sequencer.repeats()));
                }
                return sequencer.changes(sequencer.accepted(), reached);
            });
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (Transience.isTransient(e) || closing.getAsBoolean()) {
                throw e;
            }
            LOG.debug("{}: a batch could not be taken in; looking for the event at fault", projection.name(), e);
            changes = books.commit(connection -> {
                faults.clear();
                Sequencer sequencer = sequence(connection, batch);
                List<Incoming.Event> applied = isolate(connection, sequencer, faults);
                if (!sequencer.repeats().isEmpty()) {
                    projection.readAgain(connection, events(sequencer.repeats()));
                }
                return sequencer.changes(applied, reached);
            });
        }
        report(changes, before, faults);
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
        Sequencer sequencer = new Sequencer(heads, stops, books.ids(connection, sought), now(), patience);
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
            projection.project(connection, events(events));
            connection.releaseSavepoint(savepoint);
            return null;
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
