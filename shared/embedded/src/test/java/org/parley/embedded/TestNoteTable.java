package org.parley.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table with one column, to check which rows survive. */
record TestNoteTable(PostgresServer server) {
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
    }

    TestNoteTable create() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text primary key)");
        }
        return this;
    }

    void write(String text) throws SQLException {
        try (var connection = connect()) {
            write(connection, text);
        }
    }

    static void write(Connection connection, String text) throws SQLException {
        try (var insert = connection.prepareStatement("insert into note values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    List<String> all() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from note order by text")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
