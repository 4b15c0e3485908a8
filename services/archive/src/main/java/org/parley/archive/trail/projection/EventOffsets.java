package org.parley.archive.trail.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.parley.contract.PublishedEvent;
import org.parley.projection.ReceivedEvent;

/**
 * The offsets of the events of a batch in Kafka. The stored offset of an event is never below that of the previous
 * event of its negotiation, because a record that arrives too early is applied after a record with a higher offset. So
 * the order of offsets is the order of positions.
 */
final class EventOffsets {
    private final Map<UUID, RecordOffset> byDevelopment = new HashMap<>();

    private record RecordOffset(UUID topic, int partition, long offset) {
        boolean isInSamePartition(ReceivedEvent event) {
            return topic.equals(event.topic()) && partition == event.partition();
        }
    }

    private record Position(String negotiation, long position) {
        static Position of(ReceivedEvent received) {
            return new Position(
                    received.event().subject().negotiation(), received.event().position());
        }

        Position before() {
            return new Position(negotiation, position - 1);
        }
    }

    private EventOffsets() {}

    /** The offsets of a batch whose events are in the order of their positions. */
    static EventOffsets of(Connection connection, List<ReceivedEvent> batch) throws SQLException {
        Map<Position, RecordOffset> known = new HashMap<>();
        Set<Position> inBatch = new HashSet<>();
        Set<Position> missing = new HashSet<>();
        for (ReceivedEvent received : batch) {
            Position position = Position.of(received);
            if (position.position() > 1 && !inBatch.contains(position.before())) {
                missing.add(position.before());
            }
            inBatch.add(position);
        }
        load(connection, missing, known);
        EventOffsets offsets = new EventOffsets();
        for (ReceivedEvent received : batch) {
            Position position = Position.of(received);
            RecordOffset before = known.get(position.before());
            long offset = before != null && before.isInSamePartition(received)
                    ? Math.max(before.offset(), received.offset())
                    : received.offset();
            RecordOffset own = new RecordOffset(received.topic(), received.partition(), offset);
            known.put(position, own);
            offsets.byDevelopment.put(received.event().developmentId(), own);
        }
        return offsets;
    }

    private static void load(Connection connection, Collection<Position> positions, Map<Position, RecordOffset> into)
            throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select e.negotiation, e.position, e.topic, e.partition, e.place
                from unnest(?::text[], ?::bigint[]) as p (negotiation, position)
                join trail_entry e on e.negotiation = p.negotiation and e.position = p.position""")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            positions.stream().map(Position::negotiation).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", positions.stream().map(Position::position).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    into.put(
                            new Position(rows.getString(1), rows.getLong(2)),
                            new RecordOffset(rows.getObject(3, UUID.class), rows.getInt(4), rows.getLong(5)));
                }
            }
        }
    }

    /** Updates the offsets of events that were read again from another topic than before. */
    static void update(Connection connection, List<ReceivedEvent> readAgain) throws SQLException {
        Set<UUID> elsewhere = elsewhere(connection, readAgain);
        List<ReceivedEvent> moved = readAgain.stream()
                .filter(received -> elsewhere.contains(received.event().developmentId()))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        EventOffsets offsets = of(connection, moved);
        try (PreparedStatement update = connection.prepareStatement("""
                update trail_entry set topic = ?, partition = ?, place = ? where negotiation = ? and position = ?""")) {
            for (ReceivedEvent received : moved) {
                PublishedEvent event = received.event();
                update.setObject(1, offsets.topic(event));
                update.setInt(2, offsets.partition(event));
                update.setLong(3, offsets.offset(event));
                update.setString(4, event.subject().negotiation());
                update.setLong(5, event.position());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static Set<UUID> elsewhere(Connection connection, List<ReceivedEvent> readAgain) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select development_id from trail_entry where development_id = any (?) and topic <> ?")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            readAgain.stream()
                                    .map(received -> received.event().developmentId())
                                    .toArray()));
            select.setObject(2, readAgain.getFirst().topic());
            Set<UUID> elsewhere = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    elsewhere.add(rows.getObject(1, UUID.class));
                }
            }
            return elsewhere;
        }
    }

    private RecordOffset of(PublishedEvent event) {
        return Objects.requireNonNull(byDevelopment.get(event.developmentId()), "not of this batch");
    }

    UUID topic(PublishedEvent event) {
        return of(event).topic();
    }

    int partition(PublishedEvent event) {
        return of(event).partition();
    }

    long offset(PublishedEvent event) {
        return of(event).offset();
    }
}
