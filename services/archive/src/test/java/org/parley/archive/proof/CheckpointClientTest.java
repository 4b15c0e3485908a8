package org.parley.archive.proof;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class CheckpointClientTest {
    @Test
    void clientSettingsAreMerged() {
        CheckpointProperties properties = new CheckpointProperties(
                "localhost:1",
                "checkpoints",
                Map.of("security.protocol", "NO_SUCH_FOR_ANYBODY"),
                Map.of("security.protocol", "NO_SUCH"));

        assertThatThrownBy(() -> new CheckpointsTopic(properties).close())
                .isInstanceOf(KafkaException.class)
                .hasStackTraceContaining("NO_SUCH");
    }
}
