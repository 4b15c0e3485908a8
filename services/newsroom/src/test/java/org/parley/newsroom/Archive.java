package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.StateJson;
import org.parley.history.Entry;
import org.parley.state.NegotiationHistory;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** What can be read of one negotiation. */
record Archive(ApiClient reader, String negotiation) {
    /** A slow machine may take its time; an answer that never comes fails the test all the same. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private String path() {
        return "/api/negotiations/" + negotiation;
    }

    /** Where the negotiation stands; the question may have parameters, such as {@code ?asOf=2025}. */
    JsonNode state(String... parameters) {
        return read(path() + String.join("&", parameters)).json();
    }

    /** Where it stands once a development counts: asked with the id of what was just logged. */
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

    /** The content hash of the state folded here from nothing but the verifiable export. */
    String contentHashOffline() {
        List<Entry> entries = read(path() + "/export?format=ndjson")
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

    /** Where one of its matters stands; a missing node when there is none. */
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

    /** Where a matter stands, with the developments that led there. */
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

    /** One development, asked for as soon as it can be read. */
    JsonNode development(String id) {
        awaitReadable(id);
        return read("/api/developments/" + id).json();
    }

    /** Asks for what was just logged until it is there: the archive itself waits for it, for a while. */
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
