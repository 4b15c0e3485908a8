package org.parley.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.parley.contract.PublishedEvent;
import org.parley.projection.checkpoint.CheckpointLocation;
import org.parley.projection.checkpoint.CheckpointSchema;
import org.parley.projection.kafka.PartitionShare;

/** A projection with one row per applied event, in the order of application, so that tests detect duplicates. */
public final class RecordingProjection implements Projection {
    private final DataSource database;
    private volatile String slow = "";
    private final AtomicReference<EventAction> afterRow = new AtomicReference<>(event -> {});

    /** An action that may fail for an event. */
    public interface EventAction {
        void with(PublishedEvent event) throws SQLException;
    }

    public RecordingProjection(DataSource database) {
        this.database = database;
    }

    /** The location of its reader's checkpoint; its table is in the schema {@code public}. */
    public static final CheckpointLocation PLACE =
            new CheckpointLocation("archive", "trail-1", "public", PartitionShare.ALL);

    /** Migrates the readers' tables and creates the checkpoint of this projection's reader. */
    public static void prepare(DataSource database) throws SQLException {
        CheckpointSchema.migrate(database, "archive");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new RecordingProjection(database).tables());
            CheckpointSchema.createReader(connection, "archive", PLACE.reader());
        }
    }

    @Override
    public String tables() {
        return "create table trail (n bigserial, negotiation text, position bigint, id uuid, reason text)";
    }

    @Override
    public String indexes() {
        return "create index if not exists trail_id on trail (id)";
    }

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void project(Connection connection, List<ReceivedEvent> events) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into trail (negotiation, position, id) values (?, ?, ?)")) {
            for (ReceivedEvent received : events) {
                PublishedEvent event = received.event();
                insert.setString(1, event.subject().negotiation());
                insert.setLong(2, event.position());
                insert.setObject(3, event.developmentId());
                insert.executeUpdate();
                if (slow.equals(event.subject().negotiation() + event.position())) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("select pg_sleep(600)");
                    }
                }
                afterRow.get().with(event);
            }
        }
    }

    /** Makes the statement of this event take longer than any test. */
    public void slowStatement(String negotiation, long position) {
        slow = negotiation + position;
    }

    /** Sets an action to run after the row of each event is inserted. */
    public void afterRow(EventAction next) {
        afterRow.set(next);
    }

    public void clearAfterRow() {
        afterRow.set(event -> {});
    }

    /** The positions of a negotiation in the order of application. */
    public List<Long> positions(String negotiation) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select position from trail where negotiation = ? order by n")) {
            select.setString(1, negotiation);
            List<Long> positions = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
            return positions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of transactions that applied a negotiation's events. */
    public long transactions(String negotiation) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(distinct xmin::text) from trail where negotiation = ?")) {
            select.setString(1, negotiation);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
