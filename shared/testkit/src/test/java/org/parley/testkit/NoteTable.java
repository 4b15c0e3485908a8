package org.parley.testkit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table with one column. */
record NoteTable(TestDatabase database) {
    NoteTable create() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table note (text text)");
        }
        return this;
    }

    void write(String text) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var insert = connection.prepareStatement("insert into note values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    List<String> all() throws SQLException {
        try (var connection = database.dataSource().getConnection();
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
