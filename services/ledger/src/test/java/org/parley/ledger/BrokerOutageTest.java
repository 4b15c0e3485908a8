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
import org.parley.ledger.PublishedTopic.Received;
import org.parley.ledger.StoredTrail.Row;
import org.parley.ledger.relay.Relay;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import org.parley.testkit.BackingServices;
import org.parley.testkit.DedicatedBroker;
import org.parley.testkit.DedicatedServers;

/** While Kafka is unavailable, a ledger that has compared its store keeps recording, and the relay catches up later. */
@DedicatedServers
class BrokerOutageTest {
    private static final Duration WITHIN = Duration.ofMinutes(3);

    @Test
    void recordsOnlyAfterTheComparisonAndThenWithoutKafka() throws Exception {
        try (DedicatedBroker broker = DedicatedBroker.notStarted()) {
            PublishedTopic topic = PublishedTopic.at(broker.bootstrapServers(), LedgerProcess.newTopic());
            try (LedgerProcess ledger = LedgerProcess.start(
                    BackingServices.shared().newDatabase(),
                    broker.bootstrapServers(),
                    topic.name(),
                    Map.of("parley.ledger.relay.stuck-after", "100ms", "parley.ledger.start-patience", "500ms"))) {
                Relay relay = ledger.bean(Relay.class);
                ApiClient chief = ledger.chief();
                TestNegotiation before = TestNegotiation.named(chief, "before");
                String opening = before.opening(TestNegotiation.newId());
                Answer refused = before.command(opening);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
                assertThat(refused.text("detail"))
                        .contains("has not compared its store with Kafka", "parley.ledger.start-uncompared");
                assertThat(chief.batch(opening).getFirst().path("status").asInt())
                        .isEqualTo(503);
                await().atMost(WITHIN).until(() -> metric(chief, "parley_relay_failures_total") > 0);
                assertThat(relay.failure()).isNotNull();
                assertThat(StoredTrail.of(ledger).all()).isEmpty();
                assertThat(metric(chief, "parley_ledger_uncompared")).isEqualTo(1);
                assertThat(health(chief, "relay")).isEqualTo(503);
                assertThat(health(chief, "readiness")).isEqualTo(200);

                broker.restart();
                caughtUp(relay);
                TestNegotiation talks = TestNegotiation.open(chief);
                assertThat(metric(chief, "parley_ledger_uncompared")).isZero();
                caughtUp(relay);
                requireAll(topic, ledger);

                broker.kill();
                talks.accepted(talks.question(TestNegotiation.newId(), "money"));
                for (int i = 0; i < 20; i++) {
                    talks.accepted(talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"));
                }
                assertThat(relay.lag()).isGreaterThanOrEqualTo(21);
                await().atMost(WITHIN).until(() -> metric(chief, "parley_relay_lag_events") >= 21);
                assertThat(metric(chief, "parley_relay_oldest_age_seconds")).isPositive();
                // The last health check may have found Kafka available before the relay has recovered.
                await().atMost(WITHIN).until(() -> health(chief, "readiness") == 200);

                broker.restart();
                caughtUp(relay);
                requireAll(topic, ledger);
                await().atMost(WITHIN).until(() -> metric(chief, "parley_relay_lag_events") == 0);
                assertThat(metric(chief, "parley_relay_sent_events_total")).isGreaterThanOrEqualTo(25);
                assertThat(metric(chief, "parley_relay_lease")).isEqualTo(1);
                await().atMost(WITHIN).until(() -> metric(chief, "parley_relay_stuck") == 0);
            }
        }
    }

    @Test
    void ledgerStartsWithoutComparisonIfConfigured() {
        try (LedgerProcess ledger = LedgerProcess.start(
                BackingServices.shared().newDatabase(),
                "localhost:1",
                LedgerProcess.newTopic(),
                Map.of("parley.ledger.start-uncompared", "true"))) {
            ApiClient chief = ledger.chief();
            TestNegotiation.open(chief);
            assertThat(metric(chief, "parley_ledger_uncompared")).isZero();
            assertThat(metric(chief, "parley_relay_sent_events_total")).isZero();
        }
    }

    private static int health(ApiClient client, String part) {
        return client.get("/actuator/health/" + part).status();
    }

    private static double metric(ApiClient chief, String name) {
        return chief.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static void caughtUp(Relay relay) {
        await().atMost(WITHIN).until(() -> relay.failure() == null && relay.lag() == 0);
    }

    private static void requireAll(PublishedTopic topic, LedgerProcess ledger) {
        List<UUID> stored =
                StoredTrail.of(ledger).all().stream().map(Row::developmentId).toList();
        assertThat(PublishedTopic.firstOccurrences(topic.all()))
                .extracting(Received::developmentId)
                .containsExactlyElementsOf(stored);
        assertThat(topic.all().stream().map(Received::developmentId).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(stored));
    }
}
