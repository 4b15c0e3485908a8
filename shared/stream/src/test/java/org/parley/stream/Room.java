package org.parley.stream;

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
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSeal;

/** The database, topic and readers of one test. */
final class Room implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMillis(200);
    static final Duration SHARE = Duration.ofSeconds(10);
    static final Duration SOON = Duration.ofSeconds(60);

    final String topicName = "ledger-" + UUID.randomUUID();
    final String bootstrapServers = BackingServices.shared().bootstrapServers();
    final TestTopic topic = new TestTopic(bootstrapServers, topicName);
    final HikariDataSource database = new HikariDataSource();
    final Trail trail = new Trail(database);
    private final TestDatabase fresh;
    private final List<ProjectionReader> readers = new ArrayList<>();

    private Room() throws Exception {
        fresh = BackingServices.shared().newDatabase();
        connect(database);
        Trail.prepare(database);
    }

    private void connect(HikariDataSource pool) {
        pool.setJdbcUrl(fresh.jdbcUrl());
        pool.setUsername(fresh.username());
        pool.setPassword(fresh.password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2); // each connection costs a handshake, and most tests need two
    }

    /** A second connection pool to the same database, as of another process; the caller closes it. */
    HikariDataSource anotherPool() {
        HikariDataSource pool = new HikariDataSource();
        connect(pool);
        return pool;
    }

    static Room withoutTopic() throws Exception {
        return new Room();
    }

    static Room open() throws Exception {
        Room fixture = new Room();
        fixture.topic.create();
        return fixture;
    }

    ReaderSettings settings(int maxBatch) {
        return settings(maxBatch, SHARE, TestSeal.KEYS);
    }

    ReaderSettings settings(int maxBatch, Duration share) {
        return settings(maxBatch, share, TestSeal.KEYS);
    }

    ReaderSettings settings(int maxBatch, SealKeys seals) {
        return settings(maxBatch, SHARE, seals);
    }

    private ReaderSettings settings(int maxBatch, Duration share, SealKeys seals) {
        return new ReaderSettings(
                bootstrapServers, topicName, Duration.ofMillis(50), maxBatch, PATIENCE, share, Map.of(), seals);
    }

    ProjectionReader reader() {
        return reader(2_000);
    }

    ProjectionReader reader(int maxBatch) {
        return reader(settings(maxBatch));
    }

    /** A reader that accepts the seals of these keys. */
    ProjectionReader reader(SealKeys seals) {
        return reader(settings(2_000, SHARE, seals));
    }

    ProjectionReader reader(ReaderSettings settings) {
        ProjectionReader reader = new ProjectionReader(trail, database, Trail.PLACE, ReadLimit.NONE, settings);
        readers.add(reader);
        reader.start();
        return reader;
    }

    /** The number of rows of one of the readers' tables. */
    long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from archive." + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Resets the checkpoint and the rows, so that the next reader starts from the beginning. */
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            StreamSchema.forget(connection, Trail.PLACE.schema(), List.of(Trail.PLACE.reader()));
            StreamSchema.open(connection, Trail.PLACE.schema(), Trail.PLACE.reader());
            statement.execute("truncate trail");
        }
    }

    /** Waits until exactly the positions up to {@code upTo} are applied, each once and in order. */
    void awaitTrail(String negotiation, long upTo) {
        List<Long> all = LongStream.rangeClosed(1, upTo).boxed().toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(trail.positions(negotiation)).isEqualTo(all));
    }

    /** Waits until the reader has caught up and the topic has at least {@code total} records. */
    static void awaitCaughtUp(ProjectionReader reader, long total) {
        await().atMost(SOON)
                .until(() -> reader.status().caughtUp() && reader.status().total() >= total);
    }

    static StoppedNegotiation awaitStopped(ProjectionReader reader) {
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
