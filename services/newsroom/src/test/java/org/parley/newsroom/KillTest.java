package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.newsroom.ChildNewsroom.WITHOUT_DOSSIER;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.newsroom.Topic.Message;
import tools.jackson.databind.JsonNode;

/** The program is killed twice in the middle of an import. Whatever it had acknowledged is there, once. */
class KillTest {
    private static final String NEGOTIATION = "ukraine-2025";
    private static final Map<String, String> ENVIRONMENT = Map.of("PARLEY_PASSWORD", RunningNewsroom.CHIEF_PASSWORD);

    private final DataFolder folder = DataFolder.fresh();
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();
    private String batch = "";

    @BeforeEach
    void read() throws IOException {
        try (InputStream dossier = KillTest.class.getResourceAsStream("/dossier/" + NEGOTIATION + ".ndjson")) {
            batch = new String(dossier.readAllBytes(), UTF_8) + furtherPositions();
        }
    }

    /** So many more that no machine is done with them before it is killed. */
    private static String furtherPositions() {
        return IntStream.range(0, 300).mapToObj("""
                        {"command":"StatePosition","negotiation":"ukraine-2025","matter":"nato-membership",\
                        "developmentId":"01990000-0000-7000-8001-%012x","occurred":"2025-09","by":"UKR","stance":"SUPPORTS",\
                        "summary":"Said again","evidence":{"sources":[{"publisher":"Agency","title":"Report"}]}}
                        """::formatted).collect(Collectors.joining());
    }

    @AfterEach
    void killWhatIsLeft() {
        folder.killPostgres();
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubled() throws Exception {
        importUntilKilled();
        importUntilKilled();
        String contentHash;
        try (RunningNewsroom newsroom = restarted()) {
            importTheRest(newsroom);
            contentHash = newsroom.archive(NEGOTIATION).contentHash();
            everythingIsThereOnce(newsroom);
            newsroom.database().sql("drop schema archive cascade").update();
        }
        try (RunningNewsroom newsroom = restarted()) {
            awaitLast(newsroom);
            assertThat(newsroom.archive(NEGOTIATION).contentHash()).isEqualTo(contentHash);
            everythingIsThereOnce(newsroom);
        }
        assertThat(folder.postgres()).isEmpty();
    }

    private RunningNewsroom restarted() {
        return RunningNewsroom.start(folder, RunningNewsroom.WITH_CHIEF_PASSWORD, WITHOUT_DOSSIER);
    }

    /** Imports in a process of its own, which is killed after some new acknowledgements while the import goes on. */
    private void importUntilKilled() throws Exception {
        try (ChildNewsroom child =
                ChildNewsroom.start(folder, ENVIRONMENT, WITHOUT_DOSSIER).awaitRunning()) {
            InputStream answers = child.anonymous()
                    .as("chief", RunningNewsroom.CHIEF_PASSWORD)
                    .post("/api/commands/batch", Client.NDJSON, batch, BodyHandlers.ofInputStream())
                    .body();
            int enough = acknowledged.size() + 25;
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(answers, UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    acknowledge(Json.MAPPER.readTree(line));
                    if (acknowledged.size() == enough) {
                        child.kill();
                    }
                }
            } catch (IOException e) {
                // the connection broke off with the program
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough).hasSizeLessThan(size());
        }
    }

    private int size() {
        return (int) batch.lines().count();
    }

    /** What was acknowledged before must be answered as before. */
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
        List<JsonNode> answers = newsroom.chief()
                .post("/api/commands/batch", Client.NDJSON, batch)
                .lines();
        answers.forEach(this::acknowledge);
        assertThat(answers).extracting(answer -> answer.path("status").asInt()).contains(200, 201);
        assertThat(acknowledged).hasSize(size());
        awaitLast(newsroom);
    }

    private void awaitLast(RunningNewsroom newsroom) {
        acknowledged.forEach((id, position) -> {
            if (position == size()) {
                newsroom.archive(NEGOTIATION).awaitReadable(id);
            }
        });
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
        // Kafka may have told something twice: what counts is the first time.
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
