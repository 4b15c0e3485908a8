package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.parley.projection.Projection;
import org.parley.projection.checkpoint.CheckpointLocation;
import org.parley.projection.checkpoint.CheckpointSchema;

/** Creates the tables of builds, and the views that expose the tables of the live build. */
final class BuildSchema {
    private BuildSchema() {}

    /** Creates the empty tables of a build and the checkpoints of its readers. */
    static void create(Connection connection, ProjectionBuild build, Projection projection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop schema if exists %s cascade".formatted(build.tablesSchema())); // left by an unknown build
            statement.execute("create schema " + build.tablesSchema());
            statement.execute("set local search_path = " + build.tablesSchema());
            statement.execute(projection.tables());
            statement.execute("set local search_path = default");
        }
        for (CheckpointLocation location : build.locations()) {
            CheckpointSchema.createReader(connection, build.schema(), location.reader());
        }
    }

    /** Creates the indexes that only queries need. Blocks writers meanwhile. */
    static void createIndexes(Connection connection, ProjectionBuild build, Projection projection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = " + build.tablesSchema());
            statement.execute(projection.indexes());
            for (String table : tables(connection, build)) {
                statement.execute("analyze " + table); // otherwise the first queries are planned without statistics
            }
            statement.execute("set local search_path = default");
        }
    }

    /** Switches the views to a build, from the builds before it. */
    static void switchViews(Connection connection, List<ProjectionBuild> before, ProjectionBuild build)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean sameColumns = before.stream().allMatch(former -> former.version() == build.version());
            if (!sameColumns) {
                for (ProjectionBuild former : before) {
                    for (String table : tables(connection, former)) {
                        statement.execute("drop view if exists %s.%s".formatted(build.schema(), table));
                    }
                }
            }
            for (String table : tables(connection, build)) {
                statement.execute("create or replace view %1$s.%2$s as select * from %3$s.%2$s"
                        .formatted(build.schema(), table, build.tablesSchema()));
            }
        }
    }

    /** Deletes the tables of a build and the checkpoints of its readers. */
    static void drop(Connection connection, ProjectionBuild build) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(build.tablesSchema()));
        }
        CheckpointSchema.deleteReaders(connection, build.schema(), build.readerNames());
    }

    static List<String> tables(Connection connection, ProjectionBuild build) throws SQLException {
        return names(
                connection,
                "select table_name from information_schema.tables where table_schema = ? order by table_name",
                build.tablesSchema());
    }

    /** The columns of a table that exist in both builds, without those that PostgreSQL generates from others. */
    static List<String> columns(Connection connection, ProjectionBuild one, ProjectionBuild other, String table)
            throws SQLException {
        String sql = """
                select column_name from information_schema.columns
                where table_schema = ? and table_name = ? and is_generated = 'NEVER'
                order by column_name""";
        List<String> columns = names(connection, sql, one.tablesSchema(), table);
        columns.retainAll(names(connection, sql, other.tablesSchema(), table));
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
