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
import org.parley.contract.kafka.KafkaEvents;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSeal;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** An archive that runs for real: on a free port, a database and a topic of its own. */
final class Archive implements AutoCloseable {
    private static final String CHIEF_PASSWORD = "the chief's password";

    /** How many live streams it serves at once. */
    static final int STREAMS_MAX = 5;

    static final int PARTITIONS = 3;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestDatabase database = BackingServices.shared().newDatabase();
    private final String topic;
    private final TestClock clock;
    private final StatementCount statements = new StatementCount();
    private final Path logKey;
    private final List<String> properties;
    private @Nullable ConfigurableApplicationContext context;

    Archive(Instant now) {
        this(now, temporaryFile());
    }

    /** An archive with further properties, each as {@code name=value}. */
    static Archive with(Instant now, String... properties) {
        return new Archive(now, temporaryFile(), properties);
    }

    /** An archive that keeps its key there. */
    Archive(Instant now, Path logKey, String... properties) {
        this(now, logKey, "archive-" + UUID.randomUUID(), List.of(properties));
        makeTopic();
        start();
    }

    private Archive(Instant now, Path logKey, String topic, List<String> properties) {
        this.clock = new TestClock(now);
        this.logKey = logKey;
        this.topic = topic;
        this.properties = properties;
    }

    /** Another archive of the same events, with a database and a key of its own. */
    Archive another() {
        Archive other = new Archive(clock.now, temporaryFile(), topic, properties);
        other.start();
        return other;
    }

    private void makeTopic() {
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

    /** The topic is lost with all that is in it, and made again. */
    void makeTopicAgain() {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", BackingServices.shared().bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !admin.listTopics().names().get().contains(topic));
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                makeTopic();
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
            file.toFile().deleteOnExit(); // before its folder: the last named is deleted first
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        context = new SpringApplicationBuilder(ArchiveApplication.class, Time.class)
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
                        "--parley.stream.seal-key=" + TestSeal.TEXT,
                        "--parley.archive.stream.streams-max=" + STREAMS_MAX,
                        "--parley.archive.stream.heartbeat=300ms",
                        "--parley.archive.projections.stuck-after=1s",
                        // Also how long a write to a slow reader may take.
                        "--server.tomcat.connection-timeout=2s");
    }

    @Configuration(proxyBeanMethods = false)
    static class Time {
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

    /** Everything that the archive keeps is lost. */
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

    /** Whether the database is to be read only, for every connection there is. */
    void takesNothing(boolean readOnly) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction read write");
            statement.execute("alter database \"" + connection.getCatalog() + "\" set default_transaction_read_only = "
                    + readOnly);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    /** The statements that its questions take. */
    StatementCount statements() {
        return statements;
    }

    DataSource database() {
        return database.dataSource();
    }

    void timeIs(Instant now) {
        clock.now = now;
    }

    String topic() {
        return topic;
    }

    /** Publishes, and returns when Kafka has them. */
    void publish(Collection<PublishedEvent> events) {
        put(events.stream()
                .map(event -> KafkaEvents.write(topic, PARTITIONS, event, TestSeal.KEY))
                .toList());
    }

    /** Puts records into the topic, whatever they are, and returns when Kafka has them. */
    void put(Collection<ProducerRecord<byte[], byte[]>> records) {
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

    /** Publishes, and returns when the last can be asked for. */
    void publishAndWait(List<PublishedEvent> events) {
        publish(events);
        awaitLast(events);
    }

    /** Returns when the last of them can be asked for. */
    void awaitLast(List<PublishedEvent> events) {
        UUID last = events.get(events.size() - 1).developmentId();
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> get("/api/developments/" + last + "?after-development=" + last),
                        answer -> answer.status() == HttpURLConnection.HTTP_OK);
    }

    Answer get(String path) {
        return get(path, Map.of());
    }

    Answer get(String path, Map<String, String> headers) {
        return ask("GET", path, headers, "");
    }

    /** Asks as the chief, for what only a chief may do. */
    Answer chief(String method, String path) {
        return chief(method, path, "");
    }

    /** The same with a body. */
    Answer chief(String method, String path, String json) {
        String login = "chief:" + CHIEF_PASSWORD;
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return ask(method, path, Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json"), json);
    }

    /** Where something is found. */
    URI address(String path) {
        if (context == null) {
            throw new IllegalStateException("not started");
        }
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private Answer ask(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
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

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return Json.MAPPER.readTree(body());
        }
    }

    /** Stands still unless told otherwise. */
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
