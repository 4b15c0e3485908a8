package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Topic.Received;
import org.parley.ledger.Trail.Row;
import org.parley.ledger.relay.Relay;
import org.parley.testkit.BackingServices;
import org.parley.testkit.OwnBroker;

/** Kafka is away: commands go on, and the relay catches up. */
class BrokerOutageTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Test
    void kafkaMayBeAwayAtTheStartAndMayDie() throws Exception {
        try (OwnBroker broker = OwnBroker.start()) {
            broker.stop();
            Topic topic = new Topic(broker.bootstrapServers(), LedgerProcess.newTopic());
            try (LedgerProcess ledger = LedgerProcess.start(
                    BackingServices.shared().newDatabase(), broker.bootstrapServers(), topic.name(), Map.of())) {
                Relay relay = ledger.bean(Relay.class);
                Talks talks = Talks.open(Client.chief(ledger));
                assertThat(relay.failure()).isNotNull();

                broker.restart();
                caughtUp(relay);
                requireAll(topic, ledger);

                broker.kill();
                talks.accepted(talks.question(Talks.newId(), "money"));
                for (int i = 0; i < 20; i++) {
                    talks.accepted(talks.position(Talks.newId(), "money", "USA", "OPPOSES"));
                }
                assertThat(relay.lag()).isGreaterThanOrEqualTo(21);

                broker.restart();
                caughtUp(relay);
                requireAll(topic, ledger);
            }
        }
    }

    private static void caughtUp(Relay relay) {
        await().atMost(WITHIN).until(() -> relay.failure() == null && relay.lag() == 0);
    }

    private static void requireAll(Topic topic, LedgerProcess ledger) {
        List<UUID> stored =
                Trail.of(ledger).all().stream().map(Row::developmentId).toList();
        assertThat(Topic.firstOccurrences(topic.all()))
                .extracting(Received::developmentId)
                .containsExactlyElementsOf(stored);
        assertThat(topic.all().stream().map(Received::developmentId).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(stored));
    }
}
