package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsAndPortFromStartToStart() throws Exception {
        String address;
        try (var broker = KafkaBroker.start(folder, 0)) {
            address = broker.bootstrapServers();
            new Wire(address).create().send("agreed");
        }
        try (var broker = KafkaBroker.start(folder, 0)) {
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(new Wire(address).all()).containsExactly("agreed");
            assertThat(broker.failure()).isEmpty();
        }
    }

    @Test
    void closesSoonAndLeavesNoThreadThatKeepsTheProgramAlive() {
        var broker = KafkaBroker.start(folder, 0);
        long begin = System.nanoTime();
        broker.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.isDaemon())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("kafka") || name.contains("raft") || name.contains("broker"));
    }

    @Test
    void listensOnLoopbackOnly() {
        try (var broker = KafkaBroker.start(folder, 0)) {
            int port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> new Socket("127.0.0.2", port)).hasMessageContaining("refused");
        }
    }

    @Test
    void saysWhatToDoAboutATakenPort() throws Exception {
        try (var other = new TakenPort(0)) {
            assertThatThrownBy(() -> KafkaBroker.start(folder, other.port()))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("port " + other.port() + " ")
                    .hasMessageContaining("PARLEY_KAFKA_PORT");
        }
        KafkaBroker.start(folder, 0).close();
    }

    @Test
    void aSecondBrokerOnTheFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0)) {
            var wire = new Wire(broker.bootstrapServers()).create();
            assertThatThrownBy(() -> KafkaBroker.start(folder, 0)).hasMessageContaining("in use");
            wire.send("agreed");
            assertThat(wire.all()).containsExactly("agreed");
        }
    }

    @Test
    void aTopicIsNotMadeByMereUse() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0);
                var consumer = new Wire(broker.bootstrapServers()).consumer()) {
            assertThat(consumer.partitionsFor("wire")).isEmpty();
            assertThat(new Wire(broker.bootstrapServers()).exists()).isFalse();
        }
    }
}
