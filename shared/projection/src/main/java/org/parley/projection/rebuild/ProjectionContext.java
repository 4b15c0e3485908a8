package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.parley.projection.Projection;
import org.parley.projection.ReaderSettings;

/**
 * The shared context for managing the builds of a projection.
 *
 * @param projection the projection
 * @param dataSource the database of the builds
 * @param schema the schema of the build tables and the views; the schemas of builds have its name as their prefix
 * @param shares the number of readers of a new build; fixed for the life of the build
 * @param settings the settings of the readers that keep the live build up to date
 */
record ProjectionContext(
        Projection projection, DataSource dataSource, String schema, int shares, ReaderSettings settings) {
    private static final int BULK_BATCH = 5_000;
    private static final int BULK_SHARES = 5;
    private static final String BULK_FETCH_BYTES = Integer.toString(8 << 20);

    BuildTable table() {
        return new BuildTable(schema);
    }

    /** The settings of the readers of a rebuild: larger batches. */
    ReaderSettings bulkSettings() {
        Map<String, String> kafka = new HashMap<>(settings.kafka());
        kafka.putIfAbsent("max.partition.fetch.bytes", BULK_FETCH_BYTES);
        return new ReaderSettings(
                settings.bootstrapServers(),
                settings.topic(),
                Duration.ofMillis(50),
                Math.max(BULK_BATCH, settings.maxBatch()),
                settings.gapPatience(),
                settings.share().multipliedBy(BULK_SHARES),
                kafka,
                settings.seals());
    }

    /** The current time with the precision of PostgreSQL. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    List<ProjectionBuild> builds() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return table().read(connection, projection.name());
        }
    }

    static Optional<ProjectionBuild> inPhase(List<ProjectionBuild> builds, BuildPhase phase) {
        return builds.stream().filter(build -> build.phase() == phase).findFirst();
    }

    /** The build that will replace the live one, in any phase. */
    static Optional<ProjectionBuild> next(List<ProjectionBuild> builds) {
        return builds.stream()
                .filter(build -> build.phase() != BuildPhase.LIVE && build.phase() != BuildPhase.FORMER)
                .findFirst();
    }

    /** Work in a transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T transact(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                try {
                    connection.rollback();
                } catch (SQLException further) {
                    e.addSuppressed(further);
                }
                throw e;
            }
        }
    }

    /** Makes the commit asynchronous: a lost update is repeated soon. */
    static void commitAsynchronously(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
    }

    /** Changes the builds of the projection in a transaction. Concurrent changes wait. */
    <T> T change(Work<T> work) throws SQLException {
        return transact(connection -> {
            table().lock(connection, projection.name());
            return work.run(connection);
        });
    }

    /** Work in a transaction, without a result. */
    interface Step {
        void run(Connection connection) throws SQLException;
    }

    /** Like {@link #change}, without a result. */
    void run(Step step) throws SQLException {
        change(connection -> {
            step.run(connection);
            return true;
        });
    }

    /** Creates a build. */
    ProjectionBuild begin(Connection connection, BuildPhase phase) throws SQLException {
        ProjectionBuild build = new ProjectionBuild(
                schema,
                projection.name(),
                table().nextNumber(connection),
                projection.version(),
                shares,
                phase,
                now(),
                now(),
                phase == BuildPhase.LIVE,
                false,
                null);
        BuildSchema.create(connection, build, projection);
        if (phase == BuildPhase.LIVE) {
            BuildSchema.createIndexes(connection, build, projection);
            BuildSchema.switchViews(connection, List.of(), build);
        }
        table().insert(connection, build);
        return build;
    }

    /** Deletes a build with its tables and checkpoints. */
    void drop(Connection connection, ProjectionBuild build) throws SQLException {
        BuildSchema.drop(connection, build);
        table().delete(connection, build);
    }
}
