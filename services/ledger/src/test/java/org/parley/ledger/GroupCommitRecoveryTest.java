package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.testkit.ApiClient;
import org.parley.testkit.DedicatedPostgres;
import org.parley.testkit.DedicatedServers;
import tools.jackson.databind.JsonNode;

/**
 * The database is killed while a batch is recorded in groups: acknowledged lines are stored exactly once, a group is
 * stored as a whole or not at all, and the batch may be sent again.
 */
@DedicatedServers
class GroupCommitRecoveryTest {
    private static final int KILLS = Integer.getInteger("parley.test.kills", 20);
    private static final int LINES = 600;

    private final long seed = Long.getLong("parley.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void acknowledgedLinesAreStoredOnce() throws Exception {
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
                                "500"));
                ExecutorService sender = Executors.newSingleThreadExecutor()) {
            ApiClient editor = ledger.editor();
            for (int kill = 0; kill < KILLS; kill++) {
                TestNegotiation talks = TestNegotiation.open(editor);
                talks.accepted(talks.question(TestNegotiation.newId(), "money"));
                String batch = String.join(
                        "\n",
                        IntStream.range(0, LINES)
                                .mapToObj(i -> talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"))
                                .toList());
                Map<String, Long> acknowledged = new ConcurrentHashMap<>();
                int enough = 1 + random.nextInt(LINES - 200);

                Future<?> sent = sender.submit(() -> {
                    send(editor, batch, acknowledged);
                    return null;
                });
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> acknowledged.size() >= enough || sent.isDone());
                postgres.kill();
                postgres.restart();
                sent.get();
                String probe = talks.question(TestNegotiation.newId(), "probe");
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> editor.dryRun(probe).status() == 200);
                await().atMost(Duration.ofMinutes(3)).until(() -> isRecordedAgain(editor, batch, acknowledged));

                List<StoredTrail.Row> stored = StoredTrail.of(ledger).of(talks.slug());
                assertThat(stored)
                        .extracting(StoredTrail.Row::position)
                        .as("seed %d", seed)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 5 + LINES).boxed().toList());
                assertThat(stored.subList(5, stored.size())).allSatisfy(row -> assertThat(acknowledged)
                        .containsEntry(row.developmentId().toString(), row.position()));
            }
            StoredTrail.of(ledger).requireInOrder();
        }
    }

    private static void send(ApiClient editor, String batch, Map<String, Long> acknowledged) throws Exception {
        InputStream results = editor.send(
                        "POST",
                        "/api/commands/batch",
                        ApiClient.NDJSON,
                        BodyPublishers.ofString(batch),
                        BodyHandlers.ofInputStream())
                .body();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(results, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode answer = Json.MAPPER.readTree(line);
                assertThat(answer.path("status").asInt()).as(line).isIn(200, 201, 503);
                acknowledge(answer, acknowledged);
            }
        }
    }

    private static void acknowledge(JsonNode answer, Map<String, Long> acknowledged) {
        if (answer.path("status").asInt() < 300) {
            String id = UUID.fromString(answer.path("developmentId").asString()).toString();
            long position = answer.path("position").asLong();
            Long before = acknowledged.putIfAbsent(id, position);
            assertThat(before).as(id).isIn(null, position);
            assertThat(before == null || answer.path("status").asInt() == 200)
                    .as("%s is recorded twice", id)
                    .isTrue();
        }
    }

    private static boolean isRecordedAgain(ApiClient editor, String batch, Map<String, Long> acknowledged) {
        List<JsonNode> answers = editor.batch(batch);
        answers.forEach(answer -> acknowledge(answer, acknowledged));
        return answers.size() == LINES
                && answers.stream().allMatch(answer -> answer.path("status").asInt() < 300);
    }
}
