package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient.Answer;
import org.parley.testkit.DedicatedPostgres;
import org.parley.testkit.DedicatedServers;

/** If the database crashes under load, acknowledged commands are stored, and the others may be repeated. */
@DedicatedServers
class DatabaseOutageTest {
    @Test
    void acknowledgedCommandsSurviveACrash() throws Exception {
        try (DedicatedPostgres postgres = DedicatedPostgres.start();
                LedgerProcess ledger = LedgerProcess.start(
                        postgres.database(),
                        LedgerProcess.newTopic(),
                        Map.of(
                                "parley.ledger.relay.enabled",
                                "false",
                                "parley.ledger.start-uncompared",
                                "true",
                                "spring.datasource.hikari.connection-timeout",
                                "1000"))) {
            TestNegotiation talks = TestNegotiation.open(ledger.chief());
            talks.accepted(talks.question(TestNegotiation.newId(), "money"));
            Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
            Queue<String> unanswered = new ConcurrentLinkedQueue<>();
            Queue<Answer> failures = new ConcurrentLinkedQueue<>();

            try (ExecutorService editors = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 4; i++) {
                    editors.execute(() -> {
                        while (failures.size() < 8) {
                            String json = talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES");
                            Answer answer = talks.command(json);
                            (answer.status() == 201 ? acknowledged : unanswered).add(json);
                            if (answer.status() != 201) {
                                failures.add(answer);
                            }
                        }
                    });
                }
                await().until(() -> acknowledged.size() > 50);
                postgres.kill();
            }
            assertThat(failures).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            });

            postgres.restart();
            await().until(() -> talks.command(unanswered.element()).status() < 500);
            acknowledged.forEach(
                    json -> assertThat(talks.command(json).status()).isEqualTo(200));
            unanswered.forEach(json -> assertThat(talks.command(json).status()).isIn(200, 201));

            StoredTrail trail = StoredTrail.of(ledger);
            trail.requireInOrder();
            List<String> sent =
                    Stream.concat(acknowledged.stream(), unanswered.stream()).toList();
            assertThat(trail.of(talks.slug())).hasSize(5 + sent.size());
            assertThat(trail.of(talks.slug()).stream()
                            .map(StoredTrail.Row::developmentId)
                            .map(UUID::toString)
                            .filter(id -> sent.stream().anyMatch(json -> json.contains(id))))
                    .hasSize(sent.size());
        }
    }
}
