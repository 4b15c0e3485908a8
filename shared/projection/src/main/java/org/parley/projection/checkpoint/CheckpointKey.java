package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The key of a checkpoint: a schema and the name of a reader. */
record CheckpointKey(String schema, String reader) {
    CheckpointKey {
        CheckpointSchema.requireName(schema);
    }

    /** Prepares a statement whose first parameter is the reader; {@code %s} in the SQL is the schema. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted(schema));
        statement.setString(1, reader);
        return statement;
    }
}
