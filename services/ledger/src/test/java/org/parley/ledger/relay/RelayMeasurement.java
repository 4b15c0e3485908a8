package org.parley.ledger.relay;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestSealKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A measurement, not a test; runs only by name: {@code -Dtest=RelayMeasurement}. It compares the relay, on 200,000
 * stored events, with a plain poll of the store that publishes without any safety: an upper bound, not an alternative.
 */
class RelayMeasurement {
    private static final int NEGOTIATIONS = 60;
    private static final int EVENTS = 200_000;
    private static final int ROUNDS = 3;
    private static final int LOAD = 2_000;
    private static final Duration LOAD_INTERVAL = Duration.ofMillis(3);

    @Test
    void relayAgainstThePlainPoll() throws Exception {
        DataSource database = migrated();
        fill(database);
        for (int round = 1; round <= ROUNDS; round++) {
            report("plain poll", plainPoll(database));
            report("relay", relay(database));
        }
    }

    /** A steady load of single events: in how many rounds are they relayed, and with how many statements? */
    @Test
    void load() throws Exception {
        DataSource database = migrated();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                create sequence rounds;
                create function count_round() returns trigger language plpgsql as $$
                begin
                    perform nextval('rounds');
                    return null;
                end $$;
                create trigger count_round after insert on ledger.relay_partition
                for each statement execute function count_round()""").update();
        try (Relay relay = new Relay(jdbc, settings())) {
            relay.start();
            record(database, 1);
            await().until(() -> relay.lag() == 0);
            long before = jdbc.sql("select nextval('rounds')").query(Long.class).single();
            long begin = System.nanoTime();
            for (int n = 2; n <= LOAD; n++) {
                record(database, n);
                relay.wake();
                LockSupport.parkNanos(begin + n * LOAD_INTERVAL.toNanos() - System.nanoTime());
            }
            await().until(() -> relay.lag() == 0);
            System.out.printf(
                    "load: %,d events in %,d ms, relayed in %,d rounds%n",
                    LOAD,
                    (System.nanoTime() - begin) / 1_000_000,
                    jdbc.sql("select nextval('rounds')").query(Long.class).single() - before - 1);
        }
    }

    private static void record(DataSource database, int position) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    with entry as (
                        insert into ledger.ledger_entry (development_id, negotiation, position, kind, matter, version,
                            type, command_hash, recorded_at, editor, correlation_id)
                        values (gen_random_uuid(), 'talks', %1$d, 'question', 'money', %1$d, 'QuestionRaised', '', now(),
                            'editor', 'load') returning development_id)
                    insert into ledger.domain_event_entry (aggregate_identifier, sequence_number, type,
                        event_identifier, time_stamp, payload_type, payload)
                    select 'talks/question/money', %1$d, 'question', development_id::text, '',
                        'org.parley.QuestionRaised.v1', convert_to('{"title":"A","theme":"ECONOMY"}', 'UTF8') from entry;
                    insert into ledger.negotiation_head values ('talks', %1$d, now())
                    on conflict (negotiation) do update set position = excluded.position""".formatted(position));
        }
    }

    private static DataSource migrated() {
        HikariDataSource database = new HikariDataSource(); // as in the ledger: a new connection costs more than a round
        database.setDataSource(BackingServices.shared().newDatabase().dataSource());
        Flyway.configure()
                .dataSource(database)
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
        return database;
    }

    private static void report(String what, Duration took) {
        System.out.printf("%s: %,d events/s%n", what, EVENTS * 1000L / took.toMillis());
    }

    private static void fill(DataSource database) throws Exception {
        String payload = "{\"occurred\":\"2025-08-15\",\"by\":[{\"party\":\"RUS\"}],\"reason\":\"" + "x".repeat(500)
                + "\",\"evidence\":{\"sources\":[{\"publisher\":\"P\",\"title\":\"T\"}],\"grade\":\"B2\"}}";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table numbered as
                    select gen_random_uuid() as id, 'talks-' || (i %% %1$d) as negotiation, 1 + i / %1$d as position
                    from generate_series(0, %2$d) i;
                    insert into ledger.domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,
                        time_stamp, payload_type, payload)
                    select negotiation || '/ceasefire/alaska', position - 1, 'ceasefire', id::text, '',
                        'org.parley.CeasefireRejected.v1', convert_to('%3$s', 'UTF8') from numbered order by position;
                    insert into ledger.ledger_entry (development_id, negotiation, position, kind, matter, version, type,
                        command_hash, recorded_at, editor, correlation_id, occurred)
                    select id, negotiation, position, 'ceasefire', 'alaska', position, 'CeasefireRejected', '', now(),
                        'editor', id::text, '2025-08-15' from numbered;
                    insert into ledger.negotiation_head select negotiation, max(position), now() from numbered group by 1;
                    analyze
                    """.formatted(NEGOTIATIONS, EVENTS - 1, payload));
        }
    }

    private static Duration relay(DataSource database) throws Exception {
        JdbcClient jdbc = JdbcClient.create(database);
        new RelayStore(jdbc).reset();
        long begin = System.nanoTime();
        try (Relay relay = new Relay(jdbc, settings())) {
            relay.start();
            await().atMost(Duration.ofMinutes(10)).until(() -> relay.lag() == 0);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static RelaySettings settings() {
        return new RelaySettings(
                BackingServices.shared().bootstrapServers(),
                "relay-" + UUID.randomUUID(),
                12,
                (short) 1,
                Integer.getInteger("parley.measured.batch", 5000),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Map.of(),
                TestSealKeys.KEYS);
    }

    private static Duration plainPoll(DataSource database) throws Exception {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                BackingServices.shared().bootstrapServers(),
                "acks",
                "all",
                "compression.type",
                "gzip",
                "compression.gzip.level",
                "1",
                "batch.size",
                "524288",
                "max.in.flight.requests.per.connection",
                "1");
        String topic = "plain-" + UUID.randomUUID();
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
                    .all()
                    .get();
        }
        long begin = System.nanoTime();
        try (Connection connection = database.getConnection();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(2000);
                ResultSet rows = statement.executeQuery(
                        "select aggregate_identifier, payload from ledger.domain_event_entry order by global_index");
                while (rows.next()) {
                    producer.send(new ProducerRecord<>(
                            topic, rows.getString(1).getBytes(StandardCharsets.UTF_8), rows.getBytes(2)));
                }
            }
            producer.flush();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
