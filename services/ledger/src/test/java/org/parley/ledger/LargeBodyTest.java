package org.parley.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.testkit.ApiClient;

/** A body that is too large is refused, with or without a Content-Length. */
class LargeBodyTest {
    private static final int SIZE = 100 * 1024 * 1024;
    private static final int CHUNK = 0x8000;

    private static LedgerProcess ledger;
    private static ApiClient chief;
    private static TestNegotiation talks;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        chief = ledger.chief();
        talks = TestNegotiation.open(chief);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/commands,application/json,true",
        "/api/commands,application/json,false",
        "/api/commands?dryRun=true,application/json,false",
        "/api/commands/batch,application/x-ndjson,true",
        "/api/commands/batch,application/x-ndjson,false"
    })
    void bodyOfAHundredMegabytesIsRefused(String path, String contentType, boolean announced) throws Exception {
        Map<String, String> before = StoredTrail.of(ledger).fingerprint();

        String answer = sendZeros(path, contentType, announced);

        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer).doesNotContain("Exception");
        assertThat(StoredTrail.of(ledger).fingerprint()).isEqualTo(before);
        assertThat(chief.dryRun(talks.question(TestNegotiation.newId(), "money"))
                        .status())
                .as("the ledger still responds")
                .isEqualTo(200);
    }

    @Test
    void tooLongLineIsSkippedAndTheRestIsRecorded() {
        String body = "0".repeat(3_000_000) + "\n" + talks.question(TestNegotiation.newId(), "after");

        assertThat(chief.batch(body))
                .extracting(line -> line.path("status").asInt())
                .containsExactly(400, 201);
    }

    private static String sendZeros(String path, String contentType, boolean announced) throws Exception {
        try (Socket socket = new Socket("localhost", ledger.port())) {
            socket.getOutputStream().write("""
                            POST %s HTTP/1.1\r
                            Host: localhost\r
                            Authorization: %s\r
                            Content-Type: %s\r
                            Connection: close\r
                            %s\r
                            \r
                            """.formatted(
                            path,
                            chief.headers().get("Authorization"),
                            contentType,
                            announced ? "Content-Length: " + SIZE : "Transfer-Encoding: chunked")
                    .getBytes(US_ASCII));
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(socket));
            writeZeros(socket.getOutputStream(), announced, answer);
            return answer.get(60, TimeUnit.SECONDS);
        }
    }

    /** Writes until the server closes the connection. */
    private static void writeZeros(OutputStream out, boolean announced, CompletableFuture<String> answer) {
        byte[] zeros = new byte[CHUNK];
        try {
            for (long sent = 0; sent < SIZE && !answer.isDone(); sent += CHUNK) {
                out.write(announced ? new byte[0] : (Integer.toHexString(CHUNK) + "\r\n").getBytes(US_ASCII));
                out.write(zeros);
                out.write(announced ? new byte[0] : "\r\n".getBytes(US_ASCII));
            }
        } catch (IOException enough) {
            // the connection is closed; the response gives the reason
        }
    }

    private static String read(Socket socket) {
        StringBuilder answer = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.append((char) next);
            }
        } catch (IOException closed) {
            // the response is complete
        }
        return answer.toString();
    }
}
