package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.parley.newsroom.ChildNewsroom.WITHOUT_DOSSIER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.parley.embedded.ProcessState;
import org.parley.testkit.ApiClient;
import org.parley.testkit.DedicatedServers;

/** Start and stop of the program as a process. */
@DedicatedServers
@TestMethodOrder(OrderAnnotation.class)
class StartupTest {
    private static final Pattern PASSWORD = Pattern.compile("chief, password (\\S+)");

    /** The folder of a program that runs during all tests. */
    private static final DataFolder FOLDER = DataFolder.fresh();

    /** The folder for tests that start and stop a program. */
    private static final DataFolder ANOTHER = DataFolder.fresh();

    private static ChildNewsroom running;

    @BeforeAll
    static void firstStart() {
        running = ChildNewsroom.start(FOLDER, Map.of(), WITHOUT_DOSSIER).awaitRunning();
    }

    @AfterAll
    static void kill() throws Exception {
        running.close();
        FOLDER.killPostgres();
        ANOTHER.killPostgres();
    }

    @Test
    void firstStartPrintsAWorkingPasswordOnce() {
        String password = password(running);
        assertThat(running.said().split(Pattern.quote(password), -1)).hasSize(2);
        assertThat(running.anonymous()
                        .as("chief", password)
                        .get("/api/accounts")
                        .status())
                .isEqualTo(200);
        assertThat(running.anonymous()
                        .as("chief", password + "x")
                        .get("/api/accounts")
                        .status())
                .isEqualTo(401);
    }

    private static String password(ChildNewsroom newsroom) {
        Matcher password = PASSWORD.matcher(newsroom.said());
        assertThat(password.find()).as(newsroom.said()).isTrue();
        return password.group(1);
    }

    @Test
    void secondProcessOnTheFolderIsRefused() throws Exception {
        assertThat(refusal(FOLDER, Map.of())).contains("in use", FOLDER.path().toString(), "PARLEY_DATA");
        assertThat(running.anonymous().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void takenPortIsNamedWithItsSetting() throws Exception {
        String port = Integer.toString(URI.create(running.anonymous().address()).getPort());
        assertThat(refusal(ANOTHER, Map.of("PARLEY_PORT", port))).contains("port " + port, "PARLEY_PORT");
    }

    @Test
    void takenKafkaPortIsNamedWithItsSetting() throws Exception {
        String port = Integer.toString(kafkaPort());
        assertThat(refusal(ANOTHER, Map.of("PARLEY_KAFKA_PORT", port))).contains("port " + port, "PARLEY_KAFKA_PORT");
        assertThat(ANOTHER.postgres()).isEmpty();
    }

    @Test
    void invalidPortIsNamedWithItsSetting() throws Exception {
        assertThat(refusal(ANOTHER, Map.of("PARLEY_PORT", "eighty"))).contains("PARLEY_PORT is 'eighty'");
    }

    @Test
    void invalidPasswordIsNamedInTheLastLine() throws Exception {
        try (ChildNewsroom child = ChildNewsroom.start(ANOTHER, Map.of("PARLEY_PASSWORD", "short"))) {
            assertThat(child.awaitEnd()).as(child.said()).isEqualTo(1);
            assertThat(child.said().lines().toList().getLast())
                    .startsWith("Parley did not start: PARLEY_PASSWORD")
                    .contains("12 characters or more");
        }
    }

    /** The last line of a program that does not start, which explains the reason without a stack trace. */
    private static String refusal(DataFolder folder, Map<String, String> environment) throws Exception {
        try (ChildNewsroom child = ChildNewsroom.start(folder, environment)) {
            assertThat(child.awaitEnd()).as(child.said()).isEqualTo(1);
            assertThat(child.said()).doesNotContain("\tat ");
            String last = child.said().lines().toList().getLast();
            assertThat(last).startsWith("Parley did not start: ");
            return last;
        }
    }

    @Test
    void serversListenOnLocalhostOnly() throws Exception {
        List<Integer> ports = List.of(
                URI.create(running.anonymous().address()).getPort(),
                kafkaPort(),
                FOLDER.port("kafka/services-port"),
                FOLDER.port("kafka/controller-port"),
                FOLDER.port("postgres/port"));
        for (int port : ports) {
            assertThat(connects(InetAddress.getByName("127.0.0.1"), port)).isTrue();
            for (InetAddress other : otherAddresses()) {
                assertThat(connects(other, port)).as("%s:%s", other, port).isFalse();
            }
        }
    }

    private static int kafkaPort() {
        return URI.create("kafka://" + running.topic().kafka().bootstrapServers())
                .getPort();
    }

    /** The addresses of the network, and one that is reachable only if a server listens on all addresses. */
    private static List<InetAddress> otherAddresses() throws IOException {
        List<InetAddress> addresses = new ArrayList<>(List.of(InetAddress.getByName("127.0.0.2")));
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            network.inetAddresses()
                    .filter(address -> !address.isLoopbackAddress())
                    .forEach(addresses::add);
        }
        return addresses;
    }

    private static boolean connects(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The passwords of Kafka's users are only in their file, not where others can read them. */
    @Test
    void kafkaPasswordsAreNotExposed() throws Exception {
        List<String> passwords = Files.readAllLines(FOLDER.path().resolve("kafka/credentials")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(passwords).hasSize(3).allMatch(password -> password.length() >= 32);
        ApiClient chief = running.anonymous().as("chief", password(running));
        for (String endpoint :
                List.of("", "/health", "/info", "/metrics", "/prometheus", "/env", "/configprops", "/beans")) {
            assertThat(chief.get("/actuator" + endpoint).body()).doesNotContain(passwords);
        }
        assertThat(running.said()).doesNotContain(passwords);
        for (String file : List.of("cmdline", "environ")) {
            List<String> read = running.processes().stream()
                    .flatMap(process -> readUnlessEnded(process, file).stream())
                    .toList();
            assertThat(read).as(file).isNotEmpty().allSatisfy(text -> assertThat(text)
                    .doesNotContain(passwords));
        }
    }

    /** A file of a process that anyone on the machine may read. A session of PostgreSQL may end before it is read. */
    private static Optional<String> readUnlessEnded(ProcessHandle process, String file) {
        try {
            Path seen = Path.of("/proc", Long.toString(process.pid()), file);
            return Optional.of(Files.readString(seen, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            if (ProcessState.isRunning(process)) {
                throw new UncheckedIOException(e);
            }
            return Optional.empty();
        }
    }

    @Test
    void stopDuringStartLeavesNoProcess() throws Exception {
        try (ChildNewsroom child = ChildNewsroom.start(ANOTHER, Map.of(), WITHOUT_DOSSIER)) {
            await().atMost(NegotiationReader.PATIENCE)
                    .until(() -> ANOTHER.postgres().isPresent());
            child.terminate();
            assertThat(child.awaitEnd()).isIn(0, 143);
            await().atMost(NegotiationReader.PATIENCE)
                    .until(() -> ANOTHER.postgres().isEmpty());
        }
    }

    /** Runs last, because it stops the shared program. */
    @Test
    @Order(Integer.MAX_VALUE)
    void programStopsOnSignal() throws Exception {
        ApiClient anybody = running.anonymous();
        assertThat(anybody.get("/actuator/health").status()).isEqualTo(200);
        ProcessHandle postgres = FOLDER.postgres().orElseThrow();
        running.terminate();
        assertThat(running.awaitEnd()).isIn(0, 143);
        await().atMost(NegotiationReader.PATIENCE).until(() -> !ProcessState.isRunning(postgres));
        assertThatThrownBy(() -> anybody.get("/")).hasCauseInstanceOf(ConnectException.class);
    }
}
