package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.newsroom.ChildNewsroom.WITHOUT_DOSSIER;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** The program is killed again and again while it makes all its projections anew and editors go on logging. */
class RebuildKillTest {
    private static final int KILLS = 10;
    private static final int LINES = 120;
    private static final String NEGOTIATION = "talks";
    private static final List<String> PROJECTIONS = List.of("trail", "state", "proof");
    private static final Map<String, String> ENVIRONMENT = Map.of("PARLEY_PASSWORD", RunningNewsroom.CHIEF_PASSWORD);

    private final DataFolder folder = DataFolder.fresh();
    private final long seed = Long.getLong("parley.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int acknowledged;

    @AfterEach
    void killWhatIsLeft() {
        folder.killPostgres();
    }

    @Test
    void afterTenKillsEverythingIsTheSame() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            rebuildUntilKilled(kill);
        }
        try (RunningNewsroom newsroom =
                RunningNewsroom.start(folder, RunningNewsroom.WITH_CHIEF_PASSWORD, WITHOUT_DOSSIER)) {
            awaitNoRebuild(newsroom);
            Archive archive = newsroom.archive(NEGOTIATION);
            int stored = newsroom.database()
                    .sql("select count(*) from ledger.domain_event_entry")
                    .query(Integer.class)
                    .single();
            await().atMost(Archive.PATIENCE)
                    .until(() -> archive.state().path("through").asInt() == stored);
            await().atMost(Archive.PATIENCE)
                    .until(() -> archive.contentHashOffline().equals(archive.contentHash()));
            String live = archive.contentHash();
            List<JsonNode> trail = archive.trail();
            assertThat(trail.size()).as("seed %d", seed).isEqualTo(stored).isGreaterThanOrEqualTo(acknowledged);
            for (String projection : PROJECTIONS) {
                newsroom.chief().post("/api/projections/" + projection + "/rebuild", "application/json", "");
            }
            awaitNoRebuild(newsroom);
            assertThat(archive.contentHash()).as("seed %d", seed).isEqualTo(live);
            assertThat(archive.trail()).as("seed %d", seed).isEqualTo(trail);
            assertThat(archive.contentHashOffline()).as("seed %d", seed).isEqualTo(live);
            for (JsonNode projection : projections(newsroom.anonymous())) {
                assertThat(projection.path("stopped")).as("seed %d", seed).isEmpty();
            }
        }
    }

    /** Makes all projections anew while commands are given, until after a random number of answers. */
    private void rebuildUntilKilled(int round) throws Exception {
        try (ChildNewsroom child =
                ChildNewsroom.start(folder, ENVIRONMENT, WITHOUT_DOSSIER).awaitRunning()) {
            Client chief = child.anonymous().as("chief", RunningNewsroom.CHIEF_PASSWORD);
            for (String projection : PROJECTIONS) {
                assertThat(chief.post("/api/projections/" + projection + "/rebuild", "application/json", "")
                                .status())
                        .isEqualTo(202);
            }
            InputStream answers = chief.post(
                            "/api/commands/batch", Client.NDJSON, batch(round), BodyHandlers.ofInputStream())
                    .body();
            int enough = 1 + random.nextInt(LINES - 20);
            int heard = 0;
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(answers, UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    assertThat(Json.MAPPER.readTree(line).path("status").asInt())
                            .as(line)
                            .isIn(200, 201);
                    heard++;
                    if (heard == enough) {
                        child.kill();
                    }
                }
            } catch (IOException e) {
                // the connection broke off with the program
            }
            assertThat(heard).isGreaterThanOrEqualTo(enough);
            acknowledged += heard;
        }
    }

    private static String batch(int round) {
        String positions = IntStream.range(0, LINES)
                .mapToObj(n -> """
                        {"command":"StatePosition","negotiation":"talks","matter":"q%d",\
                        "developmentId":"01990000-0000-7000-8%03x-%012x","occurred":"2025-%02d","by":"UKR",\
                        "stance":"SUPPORTS","summary":"Said again","evidence":{"sources":[{"publisher":"A","title":"R"}]}}
                        """.formatted(n % 4, round, n, 1 + n % 12))
                .collect(Collectors.joining());
        return round > 0
                ? positions
                : """
                {"command":"OpenNegotiation","negotiation":"talks","title":"Talks","developmentId":\
                "01990000-0000-7000-9000-000000000001"}
                {"command":"AdmitParty","negotiation":"talks","party":"UKR","name":"Ukraine","partyKind":"STATE",\
                "developmentId":"01990000-0000-7000-9000-000000000002"}
                """ + IntStream.range(0, 4).mapToObj("""
                {"command":"RaiseQuestion","negotiation":"talks","matter":"q%1$d","title":"Q","theme":"SECURITY",\
                "developmentId":"01990000-0000-7000-9001-00000000000%1$d"}
                """::formatted).collect(Collectors.joining()) + positions;
    }

    private static List<JsonNode> projections(Client client) {
        return client.get("/api/projections")
                .json()
                .path("projections")
                .valueStream()
                .toList();
    }

    private static void awaitNoRebuild(RunningNewsroom newsroom) {
        await().atMost(Archive.PATIENCE).until(() -> projections(newsroom.anonymous()).stream()
                .allMatch(projection -> projection.path("rebuild").isMissingNode()
                        && projection.path("status").asString().equals("LIVE")));
    }
}
