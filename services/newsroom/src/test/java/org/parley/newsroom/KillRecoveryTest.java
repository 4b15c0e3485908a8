package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.newsroom.ChildNewsroom.WITHOUT_DOSSIER;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.embedded.PostgresServer;
import org.parley.newsroom.PublishedTopic.Message;
import org.parley.testkit.ApiClient;
import org.parley.testkit.DedicatedServers;
import tools.jackson.databind.JsonNode;

/**
 * Kills the program repeatedly during an import, later also during rebuilds of all projections. Acknowledged commands
 * are recorded exactly once, and all outputs are consistent.
 */
@DedicatedServers
class KillRecoveryTest {
    /** The number of kills; each takes as long as a start. */
    private static final int KILLS = Boolean.getBoolean("parley.test.long") ? 12 : 3;

    private static final int ACKNOWLEDGED_BETWEEN_KILLS_MAX = 30;

    /** The lines that are stored, and then acknowledged, together. */
    private static final int GROUP_MAX = 200;

    private static final String NEGOTIATION = "ukraine-2025";
    private static final List<String> PROJECTIONS = List.of("trail", "state", "proof");
    private static final Map<String, String> ENVIRONMENT = Map.of("PARLEY_PASSWORD", RunningNewsroom.CHIEF_PASSWORD);

    private final DataFolder folder = DataFolder.fresh();
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();
    private final long seed = Long.getLong("parley.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private String batch = "";

    @BeforeEach
    void read() throws IOException {
        try (InputStream dossier = KillRecoveryTest.class.getResourceAsStream("/dossier/" + NEGOTIATION + ".ndjson")) {
            batch = new String(dossier.readAllBytes(), UTF_8) + furtherPositions();
        }
    }

    /** Enough commands that no machine finishes before the last kill. */
    private static String furtherPositions() {
        return IntStream.range(0, KILLS * (ACKNOWLEDGED_BETWEEN_KILLS_MAX + 2 * GROUP_MAX) + 2 * GROUP_MAX)
                .mapToObj("""
                        {"command":"StatePosition","negotiation":"ukraine-2025","matter":"nato-membership",\
                        "developmentId":"01990000-0000-7000-8001-%012x","occurred":"2025-09","by":"UKR","stance":"SUPPORTS",\
                        "summary":"Said again","evidence":{"sources":[{"publisher":"Agency","title":"Report"}]}}
                        """::formatted)
                .collect(Collectors.joining());
    }

    @AfterEach
    void killWhatIsLeft() {
        folder.killPostgres();
    }

    @Test
    void acknowledgedCommandsAreRecordedOnce() throws Exception {
        importUntilKilled(false);
        for (int kill = 1; kill < KILLS; kill++) {
            importUntilKilled(true);
        }
        String contentHash;
        List<JsonNode> trail;
        try (RunningNewsroom newsroom = restarted()) {
            importTheRest(newsroom);
            awaitNoRebuild(newsroom);
            NegotiationReader archive = newsroom.archive(NEGOTIATION);
            contentHash = archive.contentHash();
            trail = archive.trail();
            everythingIsThereOnce(newsroom);
            for (String projection : PROJECTIONS) {
                rebuild(newsroom.chief(), projection);
            }
            awaitNoRebuild(newsroom);
            isTheSame(newsroom, contentHash, trail);
            for (JsonNode projection : projections(newsroom)) {
                assertThat(projection.path("stopped")).as("seed %d", seed).isEmpty();
            }
        }
        assertThat(folder.postgres()).isEmpty();
        loseTheReadSide();
        try (RunningNewsroom newsroom = restarted()) {
            await().atMost(NegotiationReader.PATIENCE).untilAsserted(() -> assertThat(projections(newsroom))
                    .isNotEmpty()
                    .allSatisfy(projection -> {
                        assertThat(projection.path("status").asString()).isEqualTo("LIVE");
                        assertThat(projection.at("/progress/done").asInt()).isEqualTo(size());
                        assertThat(projection.path("lag").asInt(-1)).isZero();
                    }));
            isTheSame(newsroom, contentHash, trail);
            everythingIsThereOnce(newsroom);
        }
        assertThat(folder.postgres()).isEmpty();
    }

    private RunningNewsroom restarted() {
        return RunningNewsroom.start(folder, RunningNewsroom.WITH_CHIEF_PASSWORD, WITHOUT_DOSSIER);
    }

    /** Imports in a child process and kills it after some new acknowledgements. */
    private void importUntilKilled(boolean rebuilding) throws Exception {
        try (ChildNewsroom child =
                ChildNewsroom.start(folder, ENVIRONMENT, WITHOUT_DOSSIER).awaitRunning()) {
            assertThat(child.said())
                    .doesNotContain(RunningNewsroom.CHIEF_PASSWORD)
                    .doesNotContain("chief, password");
            ApiClient chief = child.anonymous().as("chief", RunningNewsroom.CHIEF_PASSWORD);
            if (rebuilding) {
                PROJECTIONS.forEach(projection -> rebuild(chief, projection));
            }
            int enough = acknowledged.size() + 1 + random.nextInt(ACKNOWLEDGED_BETWEEN_KILLS_MAX);
            InputStream answers = chief.send(
                            "POST",
                            "/api/commands/batch",
                            ApiClient.NDJSON,
                            BodyPublishers.ofString(batch),
                            BodyHandlers.ofInputStream())
                    .body();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(answers, UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    acknowledge(Json.MAPPER.readTree(line));
                    if (acknowledged.size() == enough) {
                        child.kill();
                    }
                }
            } catch (IOException e) {
                // the connection ended with the process
            }
            assertThat(acknowledged)
                    .as("seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(enough)
                    .hasSizeLessThan(size());
        }
    }

    private static void rebuild(ApiClient chief, String projection) {
        assertThat(chief.post("/api/projections/" + projection + "/rebuild", ApiClient.JSON, "")
                        .status())
                .isEqualTo(202);
    }

    private int size() {
        return (int) batch.lines().count();
    }

    /** A command acknowledged before must get the same response. */
    private void acknowledge(JsonNode answer) {
        String id = answer.path("developmentId").asString();
        long position = answer.path("position").asLong();
        Long before = acknowledged.putIfAbsent(id, position);
        if (before == null) {
            assertThat(answer.path("status").asInt()).as(answer.toString()).isIn(200, 201);
        } else {
            assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
            assertThat(position).as(id).isEqualTo(before);
        }
    }

    private void importTheRest(RunningNewsroom newsroom) {
        List<JsonNode> answers = newsroom.chief().batch(batch);
        answers.forEach(this::acknowledge);
        assertThat(answers).extracting(answer -> answer.path("status").asInt()).contains(200, 201);
        assertThat(acknowledged).hasSize(size());
        acknowledged.forEach((id, position) -> {
            if (position == size()) {
                newsroom.archive(NEGOTIATION).awaitReadable(id);
            }
        });
    }

    private void isTheSame(RunningNewsroom newsroom, String contentHash, List<JsonNode> trail) {
        NegotiationReader archive = newsroom.archive(NEGOTIATION);
        assertThat(archive.contentHash()).as("seed %d", seed).isEqualTo(contentHash);
        assertThat(archive.contentHashOffline()).as("seed %d", seed).isEqualTo(contentHash);
        assertThat(archive.trail()).as("seed %d", seed).isEqualTo(trail);
    }

    /** Between two runs, drops everything that can be rebuilt from Kafka. */
    private void loseTheReadSide() throws Exception {
        try (PostgresServer database = PostgresServer.start(folder.path().resolve("postgres"));
                var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare each text; begin
                    for each in select nspname from pg_namespace where nspname like 'archive%' loop
                        execute 'drop schema ' || quote_ident(each) || ' cascade';
                    end loop; end $$""");
        }
    }

    private static List<JsonNode> projections(RunningNewsroom newsroom) {
        return newsroom.anonymous()
                .get("/api/projections")
                .json()
                .path("projections")
                .valueStream()
                .toList();
    }

    private static void awaitNoRebuild(RunningNewsroom newsroom) {
        await().atMost(NegotiationReader.PATIENCE).until(() -> projections(newsroom).stream()
                .allMatch(projection -> projection.path("rebuild").isMissingNode()
                        && projection.path("status").asString().equals("LIVE")));
    }

    private void everythingIsThereOnce(RunningNewsroom newsroom) {
        List<JsonNode> trail = newsroom.archive(NEGOTIATION).trail();
        assertThat(trail)
                .extracting(entry -> entry.path("position").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, size()).boxed().toList());
        assertThat(trail.stream()
                        .collect(Collectors.toMap(
                                entry -> entry.path("developmentId").asString(),
                                entry -> entry.path("position").asLong())))
                .isEqualTo(acknowledged);
        // Kafka may have duplicates: the first occurrence counts.
        Map<String, Long> published = new LinkedHashMap<>();
        for (Message message : newsroom.topic().of(NEGOTIATION)) {
            Long before = published.putIfAbsent(message.id(), message.position());
            assertThat(before).isIn(null, message.position());
        }
        assertThat(published).isEqualTo(acknowledged);
        assertThat(List.copyOf(published.values())).isSorted();
        assertThat(newsroom.database()
                        .sql("select count(*) from ledger.domain_event_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(size());
        assertThat(newsroom.archive(NEGOTIATION).state().path("through").asInt())
                .isEqualTo(size());
    }
}
