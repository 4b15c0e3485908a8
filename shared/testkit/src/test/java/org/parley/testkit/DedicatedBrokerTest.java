package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DedicatedBrokerTest {
    @Test
    void keepsRecordsAcrossStopAndKill() throws Exception {
        try (var broker = DedicatedBroker.start()) {
            var topic = TextTopic.create(broker.bootstrapServers(), "wire");
            topic.send("before stop");
            broker.stop();
            broker.restart();
            topic.send("before kill");
            broker.kill();
            broker.restart();
            assertThat(topic.all()).containsExactly("before stop", "before kill");
        }
    }
}
