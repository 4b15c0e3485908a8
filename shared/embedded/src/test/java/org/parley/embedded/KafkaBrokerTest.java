package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.parley.broker.BrokerUsers;

/** Alone in its JVM: it looks at all threads. */
@Isolated
class KafkaBrokerTest {
    private static final Set<String> NOBODY = Set.of();

    /** If its parts are shut down in the wrong order, Kafka waits for minutes. A busy machine needs seconds. */
    private static final Duration ORDERLY = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void keepsRecordsPortsAndPasswordsAcrossStarts() throws Exception {
        String address;
        Map<String, String> login;
        try (var broker = KafkaBroker.start(folder, 0, NOBODY)) {
            address = broker.bootstrapServers();
            login = broker.clientSettings(BrokerUsers.BROKER);
            new ProbeTopic(broker).create().send("agreed");
        }
        try (var broker = KafkaBroker.start(folder, 0, NOBODY)) {
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(broker.clientSettings(BrokerUsers.BROKER)).isEqualTo(login);
            assertThat(new ProbeTopic(broker).all()).containsExactly("agreed");
            assertThat(broker.failure()).isEmpty();
        }
    }

    @Test
    void closesWithoutLeavingNonDaemonThreads() {
        var broker = KafkaBroker.start(folder, 0, NOBODY);
        long begin = System.nanoTime();
        broker.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ORDERLY);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.isDaemon())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("kafka") || name.contains("raft") || name.contains("broker"));
    }

    @Test
    void listensOnLoopbackOnly() {
        try (var broker = KafkaBroker.start(folder, 0, NOBODY)) {
            String services = broker.clientSettings(BrokerUsers.BROKER).get("bootstrap.servers");
            for (String address : List.of(broker.bootstrapServers(), services)) {
                assertThat(address).startsWith("127.0.0.1:");
                int port = Integer.parseInt(address.split(":")[1]);
                assertThatThrownBy(() -> new Socket("127.0.0.2", port)).hasMessageContaining("refused");
            }
        }
    }

    @Test
    void namesTheRemedyForATakenPort() throws Exception {
        try (var other = new OccupiedPort(0)) {
            assertThatThrownBy(() -> KafkaBroker.start(folder, other.port(), NOBODY))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("port " + other.port() + " ")
                    .hasMessageContaining("PARLEY_KAFKA_PORT");
        }
        KafkaBroker.start(folder, 0, NOBODY).close();
    }

    @Test
    void refusesASecondBrokerAndKeepsTheFirst() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, NOBODY)) {
            var wire = new ProbeTopic(broker).create();
            assertThatThrownBy(() -> KafkaBroker.start(folder, 0, NOBODY)).hasMessageContaining("in use");
            wire.send("agreed");
            assertThat(wire.all()).containsExactly("agreed");
        }
    }

    @Test
    void doesNotCreateTopicsAutomatically() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, NOBODY);
                var consumer = new ProbeTopic(broker).consumer()) {
            assertThat(consumer.partitionsFor("wire")).isEmpty();
            assertThat(new ProbeTopic(broker).exists()).isFalse();
        }
    }
}
