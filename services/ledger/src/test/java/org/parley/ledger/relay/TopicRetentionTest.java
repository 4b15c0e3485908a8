package org.parley.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Topic settings for several brokers, which the other tests do not have. */
class TopicRetentionTest {
    private static final String MIN_IN_SYNC = "min.insync.replicas";

    @Test
    void threeReplicasRequireTwoInSync() {
        Map<String, String> made = TopicRetention.creationSettings(3);

        assertThat(made).containsEntry(MIN_IN_SYNC, "2");
        assertThatCode(() -> TopicRetention.require("events", made)).doesNotThrowAnyException();
        assertThat(TopicRetention.weakness("events", made, 3)).isEmpty();
    }

    @Test
    void oneReplicaOrTheBrokersDefaultSetsNoMinimum() {
        assertThat(TopicRetention.creationSettings(1)).doesNotContainKey(MIN_IN_SYNC);
        assertThat(TopicRetention.creationSettings(-1)).doesNotContainKey(MIN_IN_SYNC);
        assertThat(TopicRetention.weakness("events", Map.of(MIN_IN_SYNC, "1"), 1))
                .isEmpty();
    }

    @Test
    void warnsIfOneOfThreeBrokersMayAcknowledgeAlone() {
        Map<String, String> weak = new HashMap<>(TopicRetention.creationSettings(3));
        weak.put(MIN_IN_SYNC, "1");

        assertThat(TopicRetention.weakness("events", weak, 3))
                .hasValueSatisfying(said -> assertThat(said).contains("events", "3 replicas", "set it to 2"));
    }
}
