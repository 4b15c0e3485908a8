package org.parley.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whose place it is: a version of a projection, in a schema. */
record ReaderKey(String schema, String projection, int version) {
    ReaderKey {
        StreamSchema.requireName(schema);
    }

    /** A statement whose first two parameters are the projection and its version; {@code %s} stands for the schema. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted(schema));
        statement.setString(1, projection);
        statement.setInt(2, version);
        return statement;
    }
}
