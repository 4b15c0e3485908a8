package org.parley.archive.proof;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class SignedCheckpointPropertiesTest {
    @Test
    void clientSettingsAreMerged() {
        SignedCheckpointProperties properties = new SignedCheckpointProperties(
                "localhost:1",
                "checkpoints",
                Map.of("security.protocol", "NO_SUCH_FOR_ANYBODY"),
                Map.of("security.protocol", "NO_SUCH"));

        assertThatThrownBy(() -> new SignedCheckpointProducer(properties).close())
                .isInstanceOf(KafkaException.class)
                .hasStackTraceContaining("NO_SUCH");
    }
}
