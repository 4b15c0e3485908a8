package org.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.parley.contract.seal.SealKeys;
import org.parley.projection.checkpoint.CheckpointSchema;
import org.parley.projection.kafka.ReadLimit;
import org.parley.projection.reader.ProjectionReader;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSealKeys;

/** The database, topic and readers of one test. */
public final class ProjectionFixture implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofMillis(200);
    static final Duration SHARE = Duration.ofSeconds(10);
    public static final Duration SOON = Duration.ofMinutes(3);

    public final String topicName = "ledger-" + UUID.randomUUID();
    final String bootstrapServers = BackingServices.shared().bootstrapServers();
    public final TestTopic topic = new TestTopic(bootstrapServers, topicName);
    public final HikariDataSource database = new HikariDataSource();
    public final RecordingProjection trail = new RecordingProjection(database);
    private final TestDatabase fresh;
    private final List<ProjectionReader> readers = new ArrayList<>();

    private ProjectionFixture() throws Exception {
        fresh = BackingServices.shared().newDatabase();
        connect(database);
        RecordingProjection.prepare(database);
    }

    private void connect(HikariDataSource pool) {
        pool.setJdbcUrl(fresh.jdbcUrl());
        pool.setUsername(fresh.username());
        pool.setPassword(fresh.password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2); // each connection costs a handshake, and most tests need two
    }

    /** A second connection pool to the same database, as of another process; the caller closes it. */
    public HikariDataSource anotherPool() {
        HikariDataSource pool = new HikariDataSource();
        connect(pool);
        return pool;
    }

    public static ProjectionFixture withoutTopic() throws Exception {
        return new ProjectionFixture();
    }

    public static ProjectionFixture open() throws Exception {
        ProjectionFixture fixture = new ProjectionFixture();
        fixture.topic.create();
        return fixture;
    }

    public ReaderSettings settings(int maxBatch) {
        return settings(maxBatch, SHARE, TestSealKeys.KEYS);
    }

    public ReaderSettings settings(int maxBatch, Duration share) {
        return settings(maxBatch, share, TestSealKeys.KEYS);
    }

    public ReaderSettings settings(int maxBatch, SealKeys seals) {
        return settings(maxBatch, SHARE, seals);
    }

    private ReaderSettings settings(int maxBatch, Duration share, SealKeys seals) {
        return new ReaderSettings(
                bootstrapServers, topicName, Duration.ofMillis(50), maxBatch, PATIENCE, share, Map.of(), seals);
    }

    public ProjectionReader reader() {
        return reader(2_000);
    }

    public ProjectionReader reader(int maxBatch) {
        return reader(settings(maxBatch));
    }

    /** A reader that accepts the seals of these keys. */
    public ProjectionReader reader(SealKeys seals) {
        return reader(settings(2_000, SHARE, seals));
    }

    public ProjectionReader reader(ReaderSettings settings) {
        ProjectionReader reader =
                new ProjectionReader(trail, database, RecordingProjection.PLACE, ReadLimit.NONE, settings);
        readers.add(reader);
        reader.start();
        return reader;
    }

    /** The number of rows of one of the readers' tables. */
    public long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from archive." + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Resets the checkpoint and the rows, so that the next reader starts from the beginning. */
    public void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            CheckpointSchema.deleteReaders(
                    connection, RecordingProjection.PLACE.schema(), List.of(RecordingProjection.PLACE.reader()));
            CheckpointSchema.createReader(
                    connection, RecordingProjection.PLACE.schema(), RecordingProjection.PLACE.reader());
            statement.execute("truncate trail");
        }
    }

    /** Waits until exactly the positions up to {@code upTo} are applied, each once and in order. */
    public void awaitTrail(String negotiation, long upTo) {
        List<Long> all = LongStream.rangeClosed(1, upTo).boxed().toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(trail.positions(negotiation)).isEqualTo(all));
    }

    /** Waits until the reader has caught up and the topic has at least {@code total} records. */
    public static void awaitCaughtUp(ProjectionReader reader, long total) {
        await().atMost(SOON)
                .until(() -> reader.status().isCaughtUp() && reader.status().total() >= total);
    }

    public static StoppedNegotiation awaitStopped(ProjectionReader reader) {
        await().atMost(SOON).until(() -> !reader.status().stopped().isEmpty());
        return reader.status().stopped().getFirst();
    }

    @Override
    public void close() {
        readers.forEach(ProjectionReader::close);
        topic.close();
        database.close();
    }
}
