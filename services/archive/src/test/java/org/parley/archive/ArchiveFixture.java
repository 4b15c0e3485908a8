package org.parley.archive;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSealKeys;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** A running archive with its own port, database and topic. */
final class ArchiveFixture implements AutoCloseable {
    private static final String CHIEF_PASSWORD = "the chief's password";

    /** The maximum number of live streams open at once. */
    static final int STREAMS_MAX = 5;

    static final int PARTITIONS = 3;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestDatabase database = BackingServices.shared().newDatabase();
    private final String topic;
    private final TestClock clock;
    private final StatementRecorder statements = new StatementRecorder();
    private final Path logKey;
    private final List<String> properties;
    private @Nullable ConfigurableApplicationContext context;

    ArchiveFixture(Instant now) {
        this(now, temporaryFile());
    }

    /** An archive with additional properties, each as {@code name=value}. */
    static ArchiveFixture with(Instant now, String... properties) {
        return new ArchiveFixture(now, temporaryFile(), properties);
    }

    /** An archive with its log key in this file. */
    ArchiveFixture(Instant now, Path logKey, String... properties) {
        this(now, logKey, "archive-" + UUID.randomUUID(), List.of(properties));
        createTopic();
        start();
    }

    private ArchiveFixture(Instant now, Path logKey, String topic, List<String> properties) {
        this.clock = new TestClock(now);
        this.logKey = logKey;
        this.topic = topic;
        this.properties = properties;
    }

    /** Another archive on the same topic, with its own database and log key. */
    ArchiveFixture sibling() {
        ArchiveFixture other = new ArchiveFixture(clock.now, temporaryFile(), topic, properties);
        other.start();
        return other;
    }

    private void createTopic() {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", BackingServices.shared().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Deletes the topic with its records and creates it again. */
    void recreateTopic() {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", BackingServices.shared().bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> !admin.listTopics().names().get().contains(topic));
            await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
                createTopic();
                return true;
            });
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path temporaryFile() {
        try {
            Path folder = Files.createTempDirectory("parley-archive");
            Path file = folder.resolve("log-key");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit(); // deleted before its folder, in reverse order of registration
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        context = new SpringApplicationBuilder(ArchiveApplication.class, ClockConfiguration.class)
                .initializers(c -> {
                    c.getBeanFactory().registerSingleton("testClock", clock);
                    c.getBeanFactory().addBeanPostProcessor(statements);
                })
                .properties(properties.toArray(String[]::new))
                .run(
                        "--server.port=0",
                        "--parley.access.password=" + CHIEF_PASSWORD,
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--management.endpoint.health.show-details=always",
                        "--parley.kafka.bootstrap-servers="
                                + BackingServices.shared().bootstrapServers(),
                        "--parley.kafka.ledger-topic=" + topic,
                        "--parley.kafka.checkpoints-topic=" + checkpointsTopic(),
                        "--parley.archive.log-key-file=" + logKey,
                        "--parley.stream.seal-key=" + TestSealKeys.TEXT,
                        "--parley.archive.stream.streams-max=" + STREAMS_MAX,
                        "--parley.archive.stream.heartbeat=300ms",
                        "--parley.archive.projections.stuck-after=1s",
                        // Also the limit for a write to a stalled reader.
                        "--server.tomcat.connection-timeout=2s");
    }

    @Configuration(proxyBeanMethods = false)
    static class ClockConfiguration {
        @Bean
        Clock clock(TestClock testClock) {
            return testClock;
        }
    }

    String checkpointsTopic() {
        return topic + "-checkpoints";
    }

    void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /** Drops everything that the archive stores. */
    void dropSchema() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare each text; begin
                    for each in select nspname from pg_namespace where nspname like 'archive%' loop
                        execute 'drop schema ' || each || ' cascade';
                    end loop; end $$""");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes the database read-only, or writable again, for all connections. */
    void setReadOnly(boolean readOnly) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction read write");
            statement.execute("alter database \"" + connection.getCatalog() + "\" set default_transaction_read_only = "
                    + readOnly);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    /** The statements that its queries execute. */
    StatementRecorder statements() {
        return statements;
    }

    DataSource database() {
        return database.dataSource();
    }

    void setTime(Instant now) {
        clock.now = now;
    }

    String topic() {
        return topic;
    }

    /** Publishes events; returns when Kafka has acknowledged them. */
    void publish(Collection<PublishedEvent> events) {
        sendRecords(events.stream()
                .map(event -> KafkaEventRecords.write(topic, PARTITIONS, event, TestSealKeys.KEY))
                .toList());
    }

    /** Sends arbitrary records to the topic; returns when Kafka has acknowledged them. */
    void sendRecords(Collection<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BackingServices.shared().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Publishes events; returns when the last one can be queried. */
    void publishAndWait(List<PublishedEvent> events) {
        publish(events);
        awaitLast(events);
    }

    /** Waits until the last of them can be queried. */
    void awaitLast(List<PublishedEvent> events) {
        UUID last = events.get(events.size() - 1).developmentId();
        await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> get("/api/developments/" + last + "?after-development=" + last),
                        answer -> answer.status() == HttpURLConnection.HTTP_OK);
    }

    Response get(String path) {
        return get(path, Map.of());
    }

    Response get(String path, Map<String, String> headers) {
        return send("GET", path, headers, "");
    }

    /** Sends a request as the chief. */
    Response asChief(String method, String path) {
        return asChief(method, path, "");
    }

    /** Sends a request with a body as the chief. */
    Response asChief(String method, String path, String json) {
        String login = "chief:" + CHIEF_PASSWORD;
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return send(method, path, Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json"), json);
    }

    /** The URL of a path. */
    URI address(String path) {
        if (context == null) {
            throw new IllegalStateException("not started");
        }
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private Response send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        try {
            return new Response(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stop();
    }

    record Response(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        JsonNode json() {
            return Json.MAPPER.readTree(body());
        }
    }

    /** A clock that is set by the test. */
    static final class TestClock extends Clock {
        private volatile Instant now;

        TestClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
