package org.parley.stream.build;

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
import org.parley.stream.Projection;
import org.parley.stream.ReaderSettings;

/**
 * What is needed to make and to keep builds of a projection.
 *
 * @param schema where the registers and the views are; builds' schemas begin with its name
 * @param lanes how many readers share the partitions of a build, from its beginning on
 * @param settings of the readers that keep the live build up to date
 */
record Workshop(Projection projection, DataSource dataSource, String schema, int lanes, ReaderSettings settings) {
    private static final int BULK_BATCH = 5_000;
    private static final int BULK_SHARES = 5;
    private static final String BULK_FETCH_BYTES = Integer.toString(8 << 20);

    BuildTable table() {
        return new BuildTable(schema);
    }

    /** How lanes read: in larger portions. */
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

    /** Now, as exact as PostgreSQL keeps it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    List<Build> builds() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return table().of(connection, projection.name());
        }
    }

    static Optional<Build> in(List<Build> builds, Phase phase) {
        return builds.stream().filter(build -> build.phase() == phase).findFirst();
    }

    /** The build that is to take the live one's place, in whatever phase it is. */
    static Optional<Build> next(List<Build> builds) {
        return builds.stream()
                .filter(build -> build.phase() != Phase.LIVE && build.phase() != Phase.FORMER)
                .findFirst();
    }

    /** Work in a transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T transact(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
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

    /** Lets a transaction end before it is on disk: what it says is said again soon. */
    static void withoutWaitingForDisk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
    }

    /** Changes the builds of the projection in a transaction, one such change at a time. */
    <T> T change(Work<T> work) throws SQLException {
        return transact(connection -> {
            table().lock(connection, projection.name());
            return work.in(connection);
        });
    }

    /** Work in a transaction, without a result. */
    interface Step {
        void in(Connection connection) throws SQLException;
    }

    /** Changes the builds of the projection in a transaction, one such change at a time. */
    void run(Step step) throws SQLException {
        change(connection -> {
            step.in(connection);
            return true;
        });
    }

    /** Begins a build. */
    Build begin(Connection connection, Phase phase) throws SQLException {
        Build build = new Build(
                schema,
                projection.name(),
                table().nextNumber(connection),
                projection.version(),
                lanes,
                phase,
                now(),
                now(),
                phase == Phase.LIVE,
                false,
                null);
        BuildSchema.create(connection, build, projection);
        if (phase == Phase.LIVE) {
            BuildSchema.index(connection, build, projection);
            BuildSchema.show(connection, List.of(), build);
        }
        table().insert(connection, build);
        return build;
    }

    /** Deletes a build with all it has. */
    void drop(Connection connection, Build build) throws SQLException {
        BuildSchema.drop(connection, build);
        table().delete(connection, build);
    }
}
