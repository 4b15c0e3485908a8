package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the readers' checkpoints. They are in the same database as the rows of the projections. */
public final class CheckpointSchema {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final List<String> TABLES = List.of(
            "stream_offset",
            "stream_position",
            "stream_ids",
            "stream_stopped",
            "stream_report",
            "stream_retry",
            "stream_reader");

    private CheckpointSchema() {}

    /**
     * Migrates the tables. Several services may call this at the same time. The Flyway history is the table
     * {@code stream_schema_history} of the same schema, so that the schema's owner may have another one.
     *
     * @param schema the schema; created if it does not exist
     */
    public static void migrate(DataSource database, String schema) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/stream")
                .defaultSchema(requireName(schema))
                .createSchemas(true)
                .table("stream_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** Creates the checkpoint of a reader, at the start of the topic. Does nothing if it exists. */
    public static void createReader(Connection connection, String schema, String reader) throws SQLException {
        new CheckpointTable(new CheckpointKey(schema, reader)).create(connection);
    }

    /**
     * Deletes the checkpoints of readers and of their dedicated readers, in the transaction of the connection. The
     * readers must be closed.
     */
    public static void deleteReaders(Connection connection, String schema, Collection<String> readers)
            throws SQLException {
        for (String table : TABLES) {
            String sql = "delete from %s.%s where reader in (%s)"
                    .formatted(requireName(schema), table, readerNamesQuery(schema));
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setArray(1, connection.createArrayOf("text", readers.toArray()));
                delete.executeUpdate();
            }
        }
    }

    /** A query with one parameter, a list of readers. It returns their names and those of their dedicated readers. */
    static String readerNamesQuery(String schema) {
        return "select r.reader from %s.stream_reader r where array[r.reader, split_part(r.reader, '%s', 1)] && ?"
                .formatted(schema, SlowNegotiationCheckpoints.MARK);
    }

    static String requireName(String schema) {
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("'" + schema + "' is not a valid schema name");
        }
        return schema;
    }
}
