package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** What HTTP promises of every address: HEAD, conditional requests, compression, what caches may keep, errors. */
@ExtendWith(SharedNewsroom.class)
class HttpConventionsTest {
    private static final String STATE = "/api/negotiations/ukraine-2025";
    private static final Map<String, String> PATHS = Map.of(
            "negotiation", "ukraine-2025",
            "kind", "ceasefire",
            "matter", "alaska",
            "type", "CeasefireRejected",
            "table", "edges",
            "name", "trail");

    /** The queries of addresses that need one. */
    private static final Map<String, String> QUERIES = Map.of(
            "/diff", "?axis=world&from=2025-08-14",
            "/proofs/inclusion", "?position=3",
            "/proofs/consistency", "?from=3",
            "/find", "?q=ceasefire",
            "/api/panel", "?from=2025-08-14&step=month");

    /** From here an answer is worth compressing. */
    private static final int COMPRESSED_FROM = 2048;

    private final RunningNewsroom newsroom;
    private final ApiClient chief;

    HttpConventionsTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.chief = newsroom.chief();
    }

    private List<String> addresses() {
        String id = chief.get(STATE + "/trail?type=CeasefireRejected&limit=1")
                .json()
                .at("/entries/0/developmentId")
                .asString();
        return ApiDocument.of(newsroom)
                .operations()
                .map(ApiDocument.Operation::name)
                .filter(name -> name.startsWith("GET "))
                .map(name -> name.substring("GET ".length()))
                .map(path -> address(path, id))
                .toList();
    }

    private static String address(String path, String id) {
        String address = path.replace("{id}", id);
        for (Map.Entry<String, String> variable : PATHS.entrySet()) {
            address = address.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        String filled = address;
        return filled
                + QUERIES.entrySet().stream()
                        .filter(query -> filled.endsWith(query.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining());
    }

    @Test
    void everyAddressIsConditional() {
        assertThat(addresses()).hasSizeGreaterThan(20).allSatisfy(address -> assertThat(address)
                .doesNotContain("{"));
        for (String address : addresses()) {
            Answer head = chief.send("HEAD", address, "", BodyPublishers.noBody());
            assertThat(head.status()).as("HEAD " + address).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            if (head.header("Content-Type").startsWith("text/event-stream")) {
                continue;
            }
            // Other tests record developments meanwhile.
            await(address).atMost(Duration.ofSeconds(30)).untilAsserted(() -> isConditional(address));
            isCompressed(address);
        }
    }

    private void isConditional(String address) {
        Answer first = chief.get(address);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        String tag = first.header("ETag");
        assertThat(tag).as(address).matches("W/\"[^\"]+\"");
        assertThat(first.header("Cache-Control")).as(address).matches("(private|no-cache)(,.*)?");
        assertThat(vary(first)).as(address).contains("accept-encoding");
        if (address.startsWith("/api/") || address.startsWith("/feeds/")) {
            assertThat(vary(first)).as(address).contains("authorization");
            assertThat(first.header("Cache-Control")).as(address).contains("private");
        }
        Answer head = chief.send("HEAD", address, "", BodyPublishers.noBody());
        assertThat(head.header("ETag")).as("HEAD " + address).isEqualTo(tag);
        assertThat(head.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        Answer again = chief.get(address, "If-None-Match", "\"another\", " + tag);
        assertThat(again.status()).as(address).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
        assertThat(vary(again)).isEqualTo(vary(first));
        assertThat(chief.get(address, "If-None-Match", "\"another\"").status()).isEqualTo(200);
    }

    private static List<String> vary(Answer answer) {
        return answer.response().headers().allValues("Vary").stream()
                .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .sorted()
                .toList();
    }

    private void isCompressed(String address) {
        HttpResponse<byte[]> answer = chief.send(
                "GET", address, "", BodyPublishers.noBody(), BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(200);
        boolean compressed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        if (compressed) {
            assertThat(unzip(answer.body())).as(address).isNotEmpty();
        } else {
            assertThat(answer.body().length).as(address).isLessThan(COMPRESSED_FROM);
        }
    }

    private static byte[] unzip(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tagChangesWithTheAnswer() {
        TestNegotiation talks = TestNegotiation.open(newsroom);
        for (String path : List.of("", "/trail", "/overview", "/matters", "/names", "/calendar", "/export")) {
            String address = "/api/negotiations/" + talks.slug() + path;
            String before = chief.get(address).header("ETag");
            talks.log("{'command':'MakeDemand','matter':'demand-" + Math.abs(path.hashCode())
                    + "','title':'T','occurred':'2025-08-10','by':'UPL','of':['LOW'],'substance':'Water'}");
            Answer after = chief.get(address, "If-None-Match", before);
            if (!path.equals("/names")) {
                assertThat(after.status()).as(address).isEqualTo(200);
                assertThat(after.header("ETag")).as(address).isNotEqualTo(before);
            }
        }
    }

    @Test
    void languagesAndFormatsHaveTagsOfTheirOwn() {
        String trail = STATE + "/trail?limit=5";
        Answer english = chief.get(trail);
        Answer spanish = chief.get(trail, "Accept-Language", "es");
        assertThat(spanish.header("ETag")).isNotEqualTo(english.header("ETag"));
        assertThat(vary(english)).contains("accept", "accept-language");
        assertThat(chief.get(trail, "Accept-Language", "es", "If-None-Match", english.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(List.of("application/json", "text/csv", "application/x-ndjson"))
                .extracting(type -> chief.get(trail, "Accept", type).header("ETag"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(vary(chief.get(STATE))).contains("accept-datetime");
    }

    @Test
    void streamsAreConditionalWithoutTheirBody() {
        for (String type : List.of("text/csv", "application/x-ndjson")) {
            for (String path : List.of("/trail", "/export")) {
                Answer all = chief.get(STATE + path, "Accept", type);
                assertThat(all.header("Content-Length")).isEmpty();
                Answer again = chief.get(STATE + path, "Accept", type, "If-None-Match", all.header("ETag"));
                assertThat(again.status()).isEqualTo(304);
                assertThat(chief.get(STATE + path + "?knownAt=2025-01-01", "Accept", type)
                                .header("ETag"))
                        .isNotEqualTo(all.header("ETag"));
            }
        }
    }

    @Test
    void onlyWhatIsFixedIsImmutable() {
        String past = "knownAt=" + recordedAt(1);
        for (String path : List.of("", "/trail", "/overview", "/matters", "/matters/ceasefire/alaska", "/export")) {
            isImmutable(STATE + path + "?" + past, !path.startsWith("/matters/"));
        }
        isImmutable(STATE + "/checkpoint?size=5", true);
        isImmutable(STATE + "/proofs/inclusion?position=3&size=5", true);
        isImmutable(STATE + "/proofs/consistency?from=3&to=5", true);
        for (String address : List.of(
                STATE,
                STATE + "?knownAt=2999-01-01",
                STATE + "?asOf=2025-08-15",
                STATE + "/alerts?" + past,
                STATE + "/checkpoint",
                STATE + "/proofs/inclusion?position=3",
                "/api/negotiations?" + past)) {
            assertThat(chief.get(address).header("Cache-Control")).as(address).isEqualTo("no-cache, private");
        }
        assertThat(chief.get("/schemas").header("Cache-Control")).isEqualTo("no-cache");
    }

    private String recordedAt(int position) {
        return chief.get(STATE + "/trail?limit=1&after=" + (position - 1))
                .json()
                .at("/entries/0/recordedAt")
                .asString();
    }

    private void isImmutable(String address, boolean found) {
        Answer answer = chief.get(address);
        if (found) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(address).isEqualTo("max-age=31536000, private, immutable");
        } else {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void optionsNamesTheMethods() {
        for (ApiClient client : List.of(newsroom.anonymous(), chief)) {
            Answer options = client.send("OPTIONS", STATE, "", BodyPublishers.noBody());
            assertThat(options.status()).isEqualTo(200);
            assertThat(options.header("Allow").split(",\\s*")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        }
        assertThat(chief.send("OPTIONS", "/api/commands", "", BodyPublishers.noBody())
                        .header("Allow"))
                .contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void methodThatDoesNotExistIsRefusedWithThoseThatDo(String language) {
        Answer refused = chief.send("DELETE", STATE, "", BodyPublishers.noBody(), "Accept-Language", language);
        isProblem(refused, 405, STATE);
        assertThat(refused.header("Allow").split(",\\s*")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        assertThat(refused.text("detail")).contains("GET").doesNotContain("null");
        assertThat(refused.header("Content-Language")).isEqualTo(language);
    }

    @Test
    void errorsAreProblems() {
        isProblem(chief.get("/api/nothing"), 404, "/api/nothing");
        assertThat(chief.get("/api/nothing").text("detail")).contains("/openapi.json");
        Answer negotiation = chief.get("/api/negotiations/nothing");
        isProblem(negotiation, 404, "/api/negotiations/nothing");
        assertThat(negotiation.text("detail")).contains("'nothing'");
        isProblem(chief.get("/schemas/Nothing.json"), 404, "/schemas/Nothing.json");
        Answer format = chief.get(STATE + "/trail", "Accept", "image/png");
        isProblem(format, 406, STATE + "/trail");
        assertThat(format.text("detail")).contains("text/csv");
        Answer type = chief.post("/api/commands", "text/plain", "{}");
        isProblem(type, 415, "/api/commands");
        assertThat(type.text("detail")).contains("application/json");
        isProblem(chief.post("/api/commands", ApiClient.JSON, "{x"), 400, "/api/commands");
        isProblem(chief.post("/api/commands", ApiClient.JSON, " ".repeat(2_000_000)), 413, "/api/commands");
        Answer parameter = chief.get(STATE + "?asof=2025");
        isProblem(parameter, 400, STATE);
        assertThat(parameter.json().path("parameters").valueStream().map(JsonNode::asString))
                .contains("asOf", "knownAt");
    }

    private static void isProblem(Answer refused, int status, String instance) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Cache-Control")).contains("no-store");
        assertThat(refused.header("ETag")).isEmpty();
        JsonNode problem = refused.json();
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "instance");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asString()).isEqualTo(instance);
    }
}
