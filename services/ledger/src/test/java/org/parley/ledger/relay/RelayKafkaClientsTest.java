package org.parley.ledger.relay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.parley.telemetry.EventTracing;
import org.parley.testkit.TestSealKeys;

class RelayKafkaClientsTest {
    @Test
    void clientsReceiveConfiguredSettings() {
        RelayKafkaClients connections = new RelayKafkaClients(
                new RelaySettings(
                        "localhost:1",
                        "events",
                        1,
                        (short) 1,
                        1,
                        Duration.ZERO,
                        Duration.ZERO,
                        Map.of("security.protocol", "NO_SUCH"),
                        TestSealKeys.KEYS),
                EventTracing.DISABLED);

        assertThatThrownBy(connections::consumer)
                .isInstanceOf(KafkaException.class)
                .hasStackTraceContaining("NO_SUCH");
    }
}
