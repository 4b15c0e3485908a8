package org.parley.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.access.TestCaller;
import org.parley.access.TestCaller.Answer;
import org.parley.access.TestService;

class BodySizeLimitOverHttpTest {

    static final int LIMIT = 10 * 1024;
    static final int BATCH_LIMIT = 100 * 1024;

    static TestService service;
    static TestCaller chief;

    @BeforeAll
    static void start() {
        service = TestService.start("parley.http.max-body=10KB", "parley.http.max-batch-body=100KB");
        chief = TestCaller.chief(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static BodyPublisher withLength(int size) {
        return BodyPublishers.ofByteArray(body(size));
    }

    static BodyPublisher chunked(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(size)));
    }

    static byte[] body(int size) {
        return "0123456789abcde\n".repeat(size / 16 + 1).substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }

    static void assertTooLarge(Answer answer, int limit) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().get("status").asInt()).isEqualTo(413);
        assertThat(answer.json().get("detail").asString()).contains(limit + " bytes");
    }

    @Test
    void readsBodyUpToLimit() {
        assertThat(chief.post("/api/commands", withLength(LIMIT)).body()).isEqualTo("" + LIMIT);
        assertThat(chief.post("/api/commands", chunked(LIMIT)).body()).isEqualTo("" + LIMIT);
        assertThat(chief.post("/api/commands/batch", withLength(BATCH_LIMIT)).body())
                .isEqualTo("" + BATCH_LIMIT / 16);
        assertThat(chief.post("/api/commands/batch", chunked(BATCH_LIMIT)).body())
                .isEqualTo("" + BATCH_LIMIT / 16);
    }

    @Test
    void refusesDeclaredLengthOverLimit() {
        assertTooLarge(chief.post("/api/commands", withLength(LIMIT + 1)), LIMIT);
        assertTooLarge(chief.post("/api/commands/batch", withLength(BATCH_LIMIT + 1)), BATCH_LIMIT);
    }

    @Test
    void refusesChunkedBodyOverLimit() {
        assertTooLarge(chief.post("/api/commands", chunked(LIMIT + 1)), LIMIT);
        assertTooLarge(chief.post("/api/commands/batch", chunked(BATCH_LIMIT + 1)), BATCH_LIMIT);
        assertTooLarge(chief.post("/api/commands/batch", chunked(5 * BATCH_LIMIT)), BATCH_LIMIT);
    }

    @Test
    void reportsSizeRatherThanTruncatedJson() {
        byte[] json = ("{\"name\":\"" + "x".repeat(LIMIT) + "\"}").getBytes(StandardCharsets.US_ASCII);
        assertTooLarge(
                chief.post("/api/accounts", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json))), LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "Multipart/Form-Data; boundary=x"})
    void refusesForms(String type) {
        Answer refused = chief.with("Content-Type", type).post("/api/commands", chunked(10));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void authorizesBeforeCheckingSize() {
        Answer refused = TestCaller.anonymous(service).post("/api/commands/batch", withLength(BATCH_LIMIT + 1));

        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void refusesExpectContinueBeforeBodyIsSent() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write("""
                            POST /api/commands/batch HTTP/1.1\r
                            Host: localhost\r
                            Content-Length: 50000\r
                            Expect: 100-continue\r
                            \r
                            """.getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertThat(status).startsWith("HTTP/1.1 401");
        }
    }
}
