package org.parley.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables in which readers keep the place they reached, beside the rows of the projections. */
public final class StreamSchema {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final List<String> TABLES =
            List.of("stream_reader", "stream_offset", "stream_position", "stream_ids", "stream_stopped");

    private StreamSchema() {}

    /**
     * Brings the tables up to date; safe when several services start at once. The history is the table
     * {@code stream_schema_history} of the same schema, so that the schema's owner may keep another.
     *
     * @param schema created when it does not exist
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

    /** Forgets the place of a version of a projection, in the transaction of the connection; its reader must be closed. */
    public static void forget(Connection connection, String schema, String projection, int version)
            throws SQLException {
        for (String table : TABLES) {
            String sql = "delete from %s.%s where projection = ? and version = ?".formatted(requireName(schema), table);
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setString(1, projection);
                delete.setInt(2, version);
                delete.executeUpdate();
            }
        }
    }

    static String requireName(String schema) {
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("'" + schema + "' is not a plain name of a schema");
        }
        return schema;
    }
}
