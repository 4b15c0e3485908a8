package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerTopics;
import org.parley.broker.BrokerUsers;
import org.parley.ledger.PublishedTopic.Received;
import org.parley.ledger.relay.Relay;
import org.parley.testkit.BackingServices;
import org.parley.testkit.DedicatedBroker;
import org.parley.testkit.DedicatedServers;

/**
 * The relay on a broker with authentication: the documented rights are sufficient, and without them only relaying
 * stops.
 */
@DedicatedServers
class RelayRightsTest {
    private static final Duration WITHIN = Duration.ofMinutes(3);

    @Test
    void relayWaitsForItsRightsAndNeedsNoOthers() throws Exception {
        String topic = LedgerProcess.newTopic();
        try (DedicatedBroker broker = DedicatedBroker.startAuthenticated(BrokerUsers.LEDGER);
                LedgerProcess ledger = start(broker, topic)) {
            Relay relay = ledger.bean(Relay.class);
            await().atMost(WITHIN)
                    .untilAsserted(() -> assertThat(relay.failure()).contains("TopicAuthorizationException"));

            broker.allow(BrokerAcls.of(new BrokerTopics(topic, topic, "checkpoints"), BrokerUsers.ANONYMOUS));

            await().atMost(WITHIN).until(() -> relay.failure() == null);
            TestNegotiation talks = TestNegotiation.open(ledger.chief());
            String question = TestNegotiation.newId();
            talks.accepted(talks.question(question, "money"));
            await().atMost(WITHIN).until(() -> relay.failure() == null && relay.lag() == 0);
            PublishedTopic anonymous = PublishedTopic.at(broker.bootstrapServers(), topic);
            assertThat(anonymous.all()).extracting(Received::developmentId).contains(UUID.fromString(question));
            List<ProducerRecord<byte[], byte[]>> forged = List.of(new ProducerRecord<>(topic, new byte[1]));
            assertThatThrownBy(() -> anonymous.put(forged)).hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    private static LedgerProcess start(DedicatedBroker broker, String topic) {
        Map<String, String> login = broker.clientSettings(BrokerUsers.LEDGER);
        Map<String, String> properties = new HashMap<>();
        login.forEach((name, value) -> properties.put("parley.kafka.client." + name, value));
        String address = properties.remove("parley.kafka.client.bootstrap.servers");
        return LedgerProcess.start(BackingServices.shared().newDatabase(), address, topic, properties);
    }
}
