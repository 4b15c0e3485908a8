package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code projection_build}. */
record BuildTable(String schema) {
    List<ProjectionBuild> read(Connection connection, String projection) throws SQLException {
        try (PreparedStatement select = prepare(connection, """
                select build, version, lanes, phase, since, created_at, indexed, accepted, comparison
                from %s.projection_build where projection = ? order by build""")) {
            select.setString(1, projection);
            List<ProjectionBuild> builds = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    builds.add(new ProjectionBuild(
                            schema,
                            projection,
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            BuildPhase.valueOf(row.getString(4)),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getBoolean(7),
                            row.getBoolean(8),
                            row.getString(9)));
                }
            }
            return builds;
        }
    }

    /** Locks the builds of a projection until the end of the transaction. */
    void lock(Connection connection, String projection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, schema + ".projection_build/" + projection);
            lock.execute();
        }
    }

    int nextNumber(Connection connection) throws SQLException {
        try (PreparedStatement next = prepare(connection, "select nextval('%s.projection_build_number')");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    void insert(Connection connection, ProjectionBuild build) throws SQLException {
        try (PreparedStatement insert = prepare(connection, """
                insert into %s.projection_build
                (projection, build, version, lanes, phase, since, created_at, indexed, accepted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, build.projection());
            insert.setInt(2, build.number());
            insert.setInt(3, build.version());
            insert.setInt(4, build.shares());
            insert.setString(5, build.phase().name());
            insert.setObject(6, utc(build.since()));
            insert.setObject(7, utc(build.createdAt()));
            insert.setBoolean(8, build.isIndexed());
            insert.setBoolean(9, build.isAccepted());
            insert.executeUpdate();
        }
    }

    void setPhase(Connection connection, ProjectionBuild build, BuildPhase phase, Instant now) throws SQLException {
        try (PreparedStatement update = prepare(
                connection, "update %s.projection_build set phase = ?, since = ? where projection = ? and build = ?")) {
            update.setString(1, phase.name());
            update.setObject(2, utc(now));
            update.setString(3, build.projection());
            update.setInt(4, build.number());
            update.executeUpdate();
        }
    }

    void markIndexed(Connection connection, ProjectionBuild build) throws SQLException {
        set(connection, build, "indexed = true", null);
    }

    void markAccepted(Connection connection, ProjectionBuild build) throws SQLException {
        set(connection, build, "accepted = true", null);
    }

    void setComparison(Connection connection, ProjectionBuild build, String comparison) throws SQLException {
        set(connection, build, "comparison = ?", comparison);
    }

    private void set(Connection connection, ProjectionBuild build, String change, @Nullable String value)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update %s.projection_build set %s where projection = ? and build = ?".formatted(schema, change))) {
            int next = 1;
            if (value != null) {
                update.setString(next++, value);
            }
            update.setString(next++, build.projection());
            update.setInt(next, build.number());
            update.executeUpdate();
        }
    }

    void delete(Connection connection, ProjectionBuild build) throws SQLException {
        try (PreparedStatement delete =
                prepare(connection, "delete from %s.projection_build where projection = ? and build = ?")) {
            delete.setString(1, build.projection());
            delete.setInt(2, build.number());
            delete.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql.formatted(schema));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
