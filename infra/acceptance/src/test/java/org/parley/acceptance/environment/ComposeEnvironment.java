package org.parley.acceptance.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.contract.Json;
import org.parley.testkit.prerequisite.Prerequisite;

/** The services of {@code docker-compose.yml}, with a project name and ports for this run. */
public final class ComposeEnvironment implements AutoCloseable {
    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
    private static final String HEALTH = "{{.Name}} {{if .State.Health}}{{.State.Health.Status}}{{else}}healthy{{end}}";
    private static final String ADDITIONS = "infra/acceptance/src/test/resources/";

    /** A topic in Kafka's volume from an earlier version, with one record, 'from before'. */
    public static final String EARLIER_TOPIC = "parley.earlier";

    /** Whether the services are left running and reused by the next run, for development of these tests. */
    private static final boolean KEPT = Boolean.getBoolean("parley.test.keep");

    private final String project =
            KEPT ? "parley-kept" : "parley-test-" + ProcessHandle.current().pid();
    private final int deskPort = KEPT ? 18080 : freePort();
    private final int kafkaPort = KEPT ? 19092 : freePort();
    private final Optional<String> clockLibrary = Prerequisite.CLOCK_LIBRARY.isPresent()
            ? Optional.of(Prerequisite.CLOCK_LIBRARY.found().getFirst())
            : Optional.empty();
    private Optional<MigratedNewsroom> moved = Optional.empty();

    private ComposeEnvironment() {}

    /**
     * Builds the images, moves the data of a newsroom to new volumes and starts everything. Returns when all containers
     * are healthy.
     */
    public static ComposeEnvironment up() {
        Shell.run("infra/docker/make-secrets");
        ComposeEnvironment compose = new ComposeEnvironment();
        try {
            if (KEPT) {
                compose.build();
            } else {
                compose.moved = Optional.of(compose.move());
            }
            compose.compose("up", "--wait", "--wait-timeout", "600", "--quiet-pull");
            // Limits the write-ahead log, because the test's disk is small.
            compose.sql("alter system set max_wal_size = '128MB'");
            compose.sql("select pg_reload_conf()");
            return compose;
        } catch (Throwable e) {
            compose.close();
            throw e;
        }
    }

    /** Creates Kafka's volume with the configuration before authentication, with a topic and a record. */
    private void startEarlierKafka() {
        String[] earlier = {"docker", "compose", "--file", ADDITIONS + "earlier-kafka.compose.yml"};
        Map<String, String> named = Map.of("COMPOSE_PROJECT_NAME", project);
        Shell.run(named, List.of(with(earlier, "up", "--wait", "--wait-timeout", "300")));
        String tool = "/opt/kafka/bin/kafka-%s.sh --bootstrap-server kafka:9092 --topic " + EARLIER_TOPIC;
        container("kafka", 1)
                .run(
                        "bash",
                        "-c",
                        tool.formatted("topics") + " --create && echo 'from before' | "
                                + tool.formatted("console-producer"));
        Shell.run(named, List.of(with(earlier, "down")));
    }

    private void build() {
        compose("build", "--quiet");
    }

    /**
     * Starts a newsroom, records a development after its dossier, stops it and moves its data as described in
     * docs/operators/services.md. The images and Kafka's earlier volume are built while it starts.
     */
    private MigratedNewsroom move() {
        NewsroomProcess newsroom = NewsroomProcess.start(freePort());
        String command = """
                {"command":"ProposeCeasefire","negotiation":"ukraine-2025","matter":"moved","developmentId":"%s",
                 "occurred":"2025-08-31","by":"USA","consentOf":["RUS","UKR"],"title":"Before the move",
                 "evidence":{"sources":[{"publisher":"Example Press","title":"Report"}],"grade":"C3"}}""".formatted(UUID.randomUUID());
        MigratedNewsroom from;
        Path data;
        try {
            startEarlierKafka();
            build();
            DeskClient desk = newsroom.deskWithDossier();
            assertThat(desk.command(command).statusCode()).isEqualTo(201);
            String id = Json.MAPPER.readTree(command).path("developmentId").asString();
            String state = desk.json("/api/negotiations/ukraine-2025?after-development=" + id)
                    .path("contentHash")
                    .asString();
            from = new MigratedNewsroom(command, state, NegotiationExport.of(desk, "ukraine-2025"));
        } finally {
            data = newsroom.stop();
        }
        compose("up", "--detach", "disk"); // the disk is in memory and lasts as long as this container
        Shell.run(environment(), List.of("infra/docker/move-newsroom", data.toString()));
        return from;
    }

    /** The data that was moved; empty if the services of an earlier run are reused. */
    public Optional<MigratedNewsroom> moved() {
        return moved;
    }

    /** A client of the desk that signs in as the chief. */
    public DeskClient desk() {
        return new DeskClient("http://localhost:" + deskPort, secret("chief-password"));
    }

    /** The configuration of a Kafka client outside the containers. */
    public Map<String, Object> kafka() {
        try (Reader login = new StringReader(secret("kafka-subscriber"))) {
            Properties settings = new Properties();
            settings.load(login);
            settings.setProperty("bootstrap.servers", "localhost:" + kafkaPort);
            return settings.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, settings::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a command line of the documentation.
     *
     * @return its output
     */
    public String typed(String commandLine) {
        return Shell.run(environment(), List.of("bash", "-c", commandLine));
    }

    private static String secret(String name) {
        try {
            return Files.readString(Shell.ROOT.resolve("infra/docker/secrets").resolve(name))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of a service's containers, counted from 1. */
    public Container container(String service, int number) {
        return new Container(project + "-" + service + "-" + number);
    }

    /** The ledger that holds the relay's lease, or the other one. */
    public Container ledger(boolean relaying) {
        String holder = await().until(
                        () -> sql("select split_part(holder, '/', 1) from ledger.relay_lease"), s -> !s.isEmpty());
        return Stream.of(1, 2)
                .map(number -> container("ledger", number))
                .filter(ledger -> ledger.hostName().equals(holder) == relaying)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Runs an SQL statement.
     *
     * @return the rows as lines
     */
    public String sql(String statement) {
        return container("postgres", 1)
                .run("psql", "--username=parley", "--dbname=parley", "--no-align", "--tuples-only", "-c", statement)
                .strip();
    }

    /** Stops services in order. */
    public void stop(String... services) {
        compose(with("stop", services));
    }

    /** Starts stopped services and waits until all containers are healthy. */
    public void resume() {
        compose("up", "--detach", "--wait", "--wait-timeout", "300");
    }

    /** Waits until all containers run and are healthy. */
    public void awaitHealthy() {
        String[] containers = compose("ps", "--all", "--quiet").strip().split("\n");
        String[] inspect = with("docker", with("inspect", with("--format", with(HEALTH, containers))));
        await().atMost(HEALTHY_WITHIN).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                        Shell.run(inspect).lines())
                .allMatch(line -> line.endsWith(" healthy")));
    }

    /** Copies the files of the database, which must be stopped: a cold backup. */
    public void backUpDatabase() {
        copy("_postgres", "_backup");
    }

    /** Restores the files of the last backup. */
    public void restoreDatabase() {
        copy("_backup", "_postgres");
    }

    private void copy(String from, String to) {
        Shell.run(
                "docker",
                "run",
                "--rm",
                "--user",
                "root",
                "--volume",
                project + from + ":/from:ro",
                "--volume",
                project + to + ":/to",
                "--entrypoint",
                "sh",
                "postgres:18",
                "-c",
                "find /to -mindepth 1 -delete && cp -a /from/. /to/");
    }

    private static String[] with(String[] some, String... others) {
        return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String[] with(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }

    private String compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(arguments));
        return Shell.run(environment(), command);
    }

    private Map<String, String> environment() {
        List<String> files = new ArrayList<>(List.of("docker-compose.yml", ADDITIONS + "faults.compose.yml"));
        clockLibrary.ifPresent(library -> files.add(ADDITIONS + "clock.compose.yml"));
        return Map.of(
                "COMPOSE_PROJECT_NAME",
                project,
                "COMPOSE_FILE",
                String.join(File.pathSeparator, files),
                "PARLEY_PORT",
                Integer.toString(deskPort),
                "PARLEY_TEST_KAFKA_PORT",
                Integer.toString(kafkaPort),
                "PARLEY_TEST_CLOCK",
                clockLibrary.orElse(""));
    }

    /** A port below the ephemeral range: while a container is down, an outgoing connection could get one of those. */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(candidate)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // try another port
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        if (KEPT) {
            return;
        }
        System.out.println(compose("logs", "--no-color", "--tail", "15", "ledger", "archive", "desk"));
        compose("down", "--volumes", "--timeout", "2");
        Shell.run("docker", "volume", "rm", "--force", project + "_backup");
    }
}
