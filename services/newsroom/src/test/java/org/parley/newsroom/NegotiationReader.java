package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.state.NegotiationHistory;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Reads everything about one negotiation. */
record NegotiationReader(ApiClient reader, String negotiation) {
    /** A long timeout for slow machines. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private String path() {
        return "/api/negotiations/" + negotiation;
    }

    /** The state of the negotiation; the query may have parameters, such as {@code ?asOf=2025}. */
    JsonNode state(String... parameters) {
        return read(path() + String.join("&", parameters)).json();
    }

    /** The state that includes a development just logged. */
    JsonNode stateAfter(String developmentId) {
        return await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(
                        () -> reader.get(path() + "?after-development=" + developmentId),
                        answer -> answer.status() == 200)
                .json();
    }

    String contentHash() {
        return state().path("contentHash").asString();
    }

    /** The content hash of the state folded from the verifiable export alone. */
    String contentHashOffline() {
        List<LedgerEntry> entries = read(path() + "/export?format=ndjson")
                .body()
                .lines()
                .map(line ->
                        PublishedEvent.of((JsonNode) Json.MAPPER.readTree(line)).entry())
                .toList();
        Instant now = Instant.now();
        NegotiationHistory history = NegotiationHistory.of(negotiation, entries);
        return StateJson.of(history.state(history.now(now), now))
                .path("contentHash")
                .asString();
    }

    /** The state of a matter; a missing node if there is none. */
    JsonNode matter(String kind, String slug, String... parameters) {
        return matter(state(parameters), kind, slug);
    }

    static JsonNode matter(JsonNode state, String kind, String slug) {
        return matters(state).stream()
                .filter(matter -> matter.path("kind").asString().equals(kind)
                        && matter.path("matter").asString().equals(slug))
                .findFirst()
                .orElseGet(() -> state.path("no such matter"));
    }

    static List<JsonNode> matters(JsonNode state) {
        return list(state.path("matters"));
    }

    /** A matter with its history. */
    JsonNode matterInFull(String kind, String slug) {
        return read(path() + "/matters/" + kind + "/" + slug).json();
    }

    /** The whole trail. */
    List<JsonNode> trail() {
        return reader.get(path() + "/trail", "Accept", ApiClient.NDJSON).lines();
    }

    String trailAs(String mediaType) {
        return reader.get(path() + "/trail", "Accept", mediaType).body();
    }

    /** One development, as soon as it can be read. */
    JsonNode development(String id) {
        awaitReadable(id);
        return read("/api/developments/" + id).json();
    }

    /** Waits until a development just logged can be read. Each request waits in the archive for a limited time. */
    void awaitReadable(String developmentId) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).untilAsserted(() -> assertThat(
                        reader.get("/api/developments/" + developmentId + "?after-development=" + developmentId)
                                .status())
                .isEqualTo(200));
    }

    private Answer read(String path) {
        Answer answer = reader.get(path);
        assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(200);
        return answer;
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The texts of an array of texts, or of one field of an array of objects. */
    static List<String> texts(JsonNode array, String... field) {
        return list(array).stream()
                .map(each -> field.length == 0 ? each : each.path(field[0]))
                .map(JsonNode::asString)
                .toList();
    }
}
