package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.DedicatedServers;
import tools.jackson.databind.JsonNode;

/** What unauthorised clients, and clients beyond their limits, are refused. */
@DedicatedServers
class AccessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PASSWORD = "a newsroom password";

    private static final int STREAMS_PER_CLIENT = 2;

    private static ArchiveFixture archive;

    @BeforeAll
    static void start() {
        archive =
                ArchiveFixture.with(AlaskaStory.NOW, "parley.archive.stream.streams-per-client=" + STREAMS_PER_CLIENT);
        archive.publishAndWait(AlaskaStory.record("one").published());
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    private static Map<String, String> account(String name) {
        Response created = archive.asChief(
                "POST",
                "/api/accounts",
                "{\"name\":\"%s\",\"role\":\"READER\",\"password\":\"%s\"}".formatted(name, PASSWORD));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String login = name + ":" + PASSWORD;
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private static SseReader open(Map<String, String> as) {
        return SseReader.open(archive.address("/api/stream?negotiation=one&from=one:0"), as);
    }

    @Test
    void streamEndsWhenAccountIsClosed() {
        Map<String, String> leaver = account("leaver");
        try (SseReader leaving = open(leaver);
                SseReader staying = open(Map.of())) {
            await().atMost(PATIENCE)
                    .until(() ->
                            !leaving.events().isEmpty() && !staying.events().isEmpty());

            assertThat(archive.asChief("PUT", "/api/accounts/leaver/enabled", "{\"enabled\":false}")
                            .status())
                    .isEqualTo(204);

            await().atMost(PATIENCE).until(leaving::hasEnded);
            assertThat(staying.hasEnded()).isFalse();
            assertThat(open(leaver).status()).isEqualTo(401);
        }
    }

    @Test
    void streamsPerClientAreLimited() {
        Map<String, String> greedy = account("greedy");
        List<SseReader> open = new ArrayList<>();
        try {
            await().atMost(PATIENCE).until(() -> {
                SseReader next = open(greedy);
                open.add(next);
                return next.status() == 429;
            });
            assertThat(open).hasSize(STREAMS_PER_CLIENT + 1);
            try (SseReader other = open(Map.of())) {
                assertThat(other.status()).isEqualTo(200);
            }
        } finally {
            open.forEach(SseReader::close);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/negotiations/one/trail?q=%ff, /q",
        "/api/negotiations/one/trail?kind=%00, /kind",
        "/api/negotiations/one/trail/facets?party=a%00b, /party",
        "/api/negotiations/one?asOf=%ff, /asOf",
        "/api/negotiations/%ff/trail, ''",
        "/api/negotiations/one/matters/question/%C3, ''",
        "/api/stream?negotiation=%00, /negotiation",
    })
    void invalidTextIsRefused(String path, String pointer) {
        Response refused = archive.get(path);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        JsonNode problem = refused.json();
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(problem.path("instance").asString()).isEqualTo(path.replaceFirst("\\?.*", ""));
    }

    @Test
    void refusalNamesRequestedPath() {
        assertThat(archive.get("/api/negotiations/nowhere")
                        .json()
                        .path("instance")
                        .asString())
                .isEqualTo("/api/negotiations/nowhere");
    }
}
