package org.parley.ledger.relay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.parley.telemetry.EventTraces;
import org.parley.testkit.TestSeal;

class ConnectionsTest {
    @Test
    void clientsReceiveConfiguredSettings() {
        Connections connections = new Connections(
                new RelaySettings(
                        "localhost:1",
                        "events",
                        1,
                        (short) 1,
                        1,
                        Duration.ZERO,
                        Duration.ZERO,
                        Map.of("security.protocol", "NO_SUCH"),
                        TestSeal.KEYS),
                EventTraces.OFF);

        assertThatThrownBy(connections::consumer)
                .isInstanceOf(KafkaException.class)
                .hasStackTraceContaining("NO_SUCH");
    }
}
