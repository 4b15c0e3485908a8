package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import org.parley.testkit.BackingServices;
import tools.jackson.databind.JsonNode;

/** Limits of access: closed accounts, anonymous health, unstorable text, and the space for batches. */
class AccessTest {
    private static LedgerProcess ledger;
    private static ApiClient chief;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.start(
                BackingServices.shared().newDatabase(),
                LedgerProcess.newTopic(),
                Map.of(
                        "parley.ledger.relay.enabled", "false",
                        "parley.ledger.start-uncompared", "true",
                        "parley.http.max-batch-body", "10KB",
                        "parley.ledger.spool.max", "20KB"));
        chief = ledger.chief();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void batchStopsWhenItsAccountIsClosed() throws Exception {
        ApiClient leaver = ledger.editor();
        TestNegotiation held = TestNegotiation.open(chief);
        TestNegotiation free = TestNegotiation.open(chief);
        String lines = String.join(
                "\n",
                free.question(TestNegotiation.newId(), "before"),
                held.question(TestNegotiation.newId(), "meanwhile"),
                free.question(TestNegotiation.newId(), "after"));
        try (Connection other = ledger.bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // The second line waits, so that the account is closed between two lines.
            statement.execute(
                    "select from ledger.negotiation_head where negotiation = '" + held.slug() + "' for update");
            try (BufferedReader results = send(leaver, lines)) {
                assertThat(status(results)).isEqualTo(201);
                assertThat(chief.send(
                                        "PUT",
                                        "/api/accounts/" + leaver.name() + "/enabled",
                                        "application/json",
                                        BodyPublishers.ofString("{\"enabled\":false}"))
                                .status())
                        .isEqualTo(204);
                other.rollback();
                assertThat(status(results)).as("it had begun").isEqualTo(201);
                JsonNode refused = Json.MAPPER.readTree(results.readLine());
                assertThat(refused.path("status").asInt()).isEqualTo(401);
                assertThat(refused.path("line").asInt()).isEqualTo(3);
                assertThat(refused.at("/problem/detail").asString()).contains("not recorded");
                assertThat(results.readLine()).isNull();
            }
        }
    }

    private static int status(BufferedReader results) throws IOException {
        return Json.MAPPER.readTree(results.readLine()).path("status").asInt();
    }

    private static BufferedReader send(ApiClient client, String lines) {
        InputStream results = client.send(
                        "POST",
                        "/api/commands/batch",
                        ApiClient.NDJSON,
                        BodyPublishers.ofString(lines),
                        BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(results, StandardCharsets.UTF_8));
    }

    @Test
    void anonymousHealthShowsOnlyTheStatus() {
        ApiClient anonymous = ledger.anonymous();

        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            assertThat(health(anonymous, path).body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(health(anonymous, "/actuator/health/db").status()).isEqualTo(404);
        assertThat(health(chief, "/actuator/health").json().path("components").propertyNames())
                .contains("db", "diskSpace");
        assertThat(health(chief, "/actuator/health/db")
                        .json()
                        .at("/details/database")
                        .asString())
                .isEqualTo("PostgreSQL");
    }

    private static Answer health(ApiClient client, String path) {
        return client.send("GET", path, "", BodyPublishers.noBody());
    }

    @Test
    void unstorableTextInABodyIsRefused() {
        TestNegotiation talks = TestNegotiation.open(chief);

        for (String text : List.of("\\u0000", "\\ud800")) {
            String command = talks.question(TestNegotiation.newId(), "money").replace("Who pays", "Who pays " + text);
            assertThat(command).contains(text);
            Answer answer = chief.command(command);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        }
    }

    @Test
    void batchThatDoesNotFitIsRefusedBeforeRecording() throws Exception {
        ApiClient editor = ledger.editor();
        TestNegotiation held = TestNegotiation.open(chief);
        try (Connection other = ledger.bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "select from ledger.negotiation_head where negotiation = '" + held.slug() + "' for update");
            String large = TestNegotiation.open(chief).question(TestNegotiation.newId(), "first") + "\n"
                    + held.question(TestNegotiation.newId(), "waits") + " ".repeat(8_000);
            try (BufferedReader results = send(editor, large)) {
                assertThat(status(results)).isEqualTo(201);

                Answer ofAccount = editor.post("/api/commands/batch", ApiClient.NDJSON, " ".repeat(8_000));
                assertThat(ofAccount.status()).as(ofAccount.body()).isEqualTo(429);
                assertThat(ofAccount.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(ofAccount.header("Retry-After")).isNotEmpty();
                assertThat(chief.post("/api/commands/batch", ApiClient.NDJSON, " ".repeat(8_000))
                                .status())
                        .as("another's batch")
                        .isEqualTo(200);
                other.rollback();
                assertThat(status(results)).isEqualTo(201);
            }
            assertThat(editor.post("/api/commands/batch", ApiClient.NDJSON, " ".repeat(8_000))
                            .status())
                    .isEqualTo(200);
        }
    }
}
