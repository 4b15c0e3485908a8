package org.parley.stream.build;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.parley.stream.Projection;
import org.parley.stream.ReaderPlace;
import org.parley.stream.StreamSchema;

/** The tables of builds, and the views through which those of one of them answer. */
final class BuildSchema {
    private BuildSchema() {}

    /** Makes the tables of a build, empty, and the places of its readers. */
    static void create(Connection connection, Build build, Projection projection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(build.tables())); // left by nobody known
            statement.execute("create schema " + build.tables());
            statement.execute("set local search_path = " + build.tables());
            statement.execute(projection.tables());
            statement.execute("set local search_path = default");
        }
        for (ReaderPlace place : build.places()) {
            StreamSchema.open(connection, build.schema(), place.reader());
        }
    }

    /** Makes the indexes that only questions need; lets those who write wait meanwhile. */
    static void index(Connection connection, Build build, Projection projection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = " + build.tables());
            statement.execute(projection.indexes());
            for (String table : tables(connection, build)) {
                statement.execute("analyze " + table); // or the first questions are asked without knowing what is there
            }
            statement.execute("set local search_path = default");
        }
    }

    /** Lets a build answer from now on, instead of the one before if there is one. */
    static void show(Connection connection, List<Build> before, Build build) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean sameColumns = before.stream().allMatch(former -> former.version() == build.version());
            if (!sameColumns) {
                for (Build former : before) {
                    for (String table : tables(connection, former)) {
                        statement.execute("drop view if exists %s.%s".formatted(build.schema(), table));
                    }
                }
            }
            for (String table : tables(connection, build)) {
                statement.execute("create or replace view %1$s.%2$s as select * from %3$s.%2$s"
                        .formatted(build.schema(), table, build.tables()));
            }
        }
    }

    /** Deletes the tables of a build, and the places of its readers. */
    static void drop(Connection connection, Build build) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(build.tables()));
        }
        StreamSchema.forget(connection, build.schema(), build.readers());
    }

    static List<String> tables(Connection connection, Build build) throws SQLException {
        return names(
                connection,
                "select table_name from information_schema.tables where table_schema = ? order by table_name",
                build.tables());
    }

    /** The columns of a table that two builds have in common. */
    static List<String> columns(Connection connection, Build one, Build other, String table) throws SQLException {
        String sql = """
                select column_name from information_schema.columns where table_schema = ? and table_name = ?
                order by column_name""";
        List<String> columns = names(connection, sql, one.tables(), table);
        columns.retainAll(names(connection, sql, other.tables(), table));
        return columns;
    }

    private static List<String> names(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<String> names = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}
