package org.parley.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whose place it is: a reader's, in a schema. */
record ReaderKey(String schema, String reader) {
    ReaderKey {
        StreamSchema.requireName(schema);
    }

    /** A statement whose first parameter is the reader; {@code %s} stands for the schema. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted(schema));
        statement.setString(1, reader);
        return statement;
    }
}
