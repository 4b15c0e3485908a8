package org.parley.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.access.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Malformed and unusual requests, sent byte for byte. */
class ProblemResponseOverHttpTest {

    static final JsonMapper JSON = new JsonMapper();

    static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A response as received. */
    record Raw(String head, String body) {

        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        void isRefused(int status) {
            String headers = head.toLowerCase(Locale.ROOT);
            assertThat(status()).as(head + body).isEqualTo(status);
            assertThat(headers)
                    .contains(
                            "content-type: application/problem+json",
                            "x-content-type-options: nosniff",
                            "x-frame-options: deny",
                            "cache-control: no-cache, no-store");
            JsonNode problem = JSON.readTree(body);
            assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "instance");
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("detail").asString()).isNotBlank();
            assertThat(body).doesNotContain("Tomcat", "apache", "springframework");
        }
    }

    static Raw send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            assertThat(end).as(answer).isPositive();
            String head = answer.substring(0, end);
            String body = answer.substring(end + 4);
            return new Raw(head, head.contains("chunked") ? body.replaceAll("(?m)^[0-9a-f]+\r\n|\r\n$", "") : body);
        }
    }

    static Raw get(String address) throws IOException {
        return send("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    static String[] refusesMalformedRequest() {
        return new String[] {
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\nConnection: close\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/a%2fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/negotiations HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET /api/negotiations HTTP/1.1\r\nHost: local host\r\nConnection: close\r\n\r\n",
            "GET /api/negotiations HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\nConnection: close\r\n\r\n",
            "GET /api/../../etc HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api//negotiations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/negotiations;a=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        };
    }

    @Test
    void namesRequestPathAsInstance() throws IOException {
        assertThat(JSON.readTree(get("/api/a%2fb").body()).get("instance").asString())
                .isEqualTo("/api/a%2fb");
        assertThat(JSON.readTree(get("/api/negotiations;a=b").body())
                        .get("instance")
                        .asString())
                .isEqualTo("/api/negotiations;a=b");
        assertThat(JSON.readTree(get("/api/me").body()).get("instance").asString())
                .isEqualTo("/api/me");
    }

    @ParameterizedTest
    @MethodSource
    void refusesMalformedRequest(String request) throws IOException {
        send(request).isRefused(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "FOO"})
    void refusesUnknownMethod(String method) throws IOException {
        Raw refused = send(method + " /api/negotiations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        refused.isRefused(refused.status());
        assertThat(refused.status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/question?knownat=2025, /knownat, did you mean knownAt?",
        "/api/question?known-at=2025, /known-at, did you mean knownAt?",
        "/api/question?knownAt=2025&limit=3, /limit, is not a parameter of this endpoint",
        "/api/question?headers=x, /headers, is not a parameter of this endpoint",
        "/api/question?a/b=1, /a~1b, is not a parameter of this endpoint",
    })
    void refusesUnknownParameter(String address, String pointer, String detail) throws IOException {
        Raw refused = get(address);

        refused.isRefused(400);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.path("detail").asString()).endsWith("This endpoint accepts kind, knownAt.");
        assertThat(problem.path("parameters").valueStream().map(JsonNode::asString))
                .containsExactly("kind", "knownAt");
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/detail").asString()).endsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/question?kind=a&kind=b&knownAt=", "/api/question?&", "/page?whatever=1"})
    void acceptsKnownParameters(String address) throws IOException {
        assertThat(get(address).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/json;q=0.1, text/html", "this is no media type"})
    void ignoresAcceptForSingleMediaType(String accept) throws IOException {
        Raw answer = accepting("/api/question", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head().toLowerCase(Locale.ROOT)).contains("content-type: application/json");
    }

    @Test
    void requiresAcceptableOfSeveralMediaTypes() throws IOException {
        accepting("/api/forms", "image/png").isRefused(406);
        assertThat(accepting("/api/forms", "text/csv").head().toLowerCase(Locale.ROOT))
                .contains("content-type: text/csv");
    }

    @ParameterizedTest
    @CsvSource({"/api/question?x=1, 400", "/api/me, 401", "/api/nothing, 404", "/api/broken, 500"})
    void answersProblemWhateverAcceptSays(String address, int status) throws IOException {
        for (String accept : new String[] {"text/html", "application/json", "text/event-stream", "text/csv"}) {
            accepting(address, accept).isRefused(status);
        }
    }

    private static Raw accepting(String address, String accept) throws IOException {
        return send("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                + "\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/negotiations?q=%ff, /q",
        "/api/negotiations?q=a%C3, /q",
        "/api/negotiations?q=%ED%A0%80, /q",
        "/api/negotiations?a=1&kind=x%00y, /kind",
        "/api/negotiations?q=%zz, /q",
        "/api/negotiations?q=100%, /q",
        "/api/negotiations?%ff=1, ''",
        "/api/%ff, ''",
        "/nowhere?q=%ff, /q",
    })
    void refusesMalformedEncoding(String address, String pointer) throws IOException {
        Raw refused = get(address);

        refused.isRefused(400);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/pointer").asString())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%C3%A9%20%E2%82%AC+x", "q=%F0%9F%95%8A", "", "&&", "q", "q=%25"})
    void acceptsEncodedText(String query) throws IOException {
        assertThat(get("/api/negotiations?" + query).status()).isEqualTo(200);
    }
}
