package org.parley.acceptance.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** A client of the desk, the only published address, that signs in as the chief. */
public record DeskClient(String address, String password, HttpClient http) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The timeout of requests that can be retried. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(12);

    public DeskClient(String address, String password) {
        this(
                address,
                password,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build());
    }

    /**
     * A response, or the fact that there was none.
     *
     * @param status the HTTP status; 0 when the connection broke or timed out
     * @param at the {@link System#nanoTime} of the response
     * @param tookMs the response time in milliseconds
     */
    public record Answer(int status, String body, long at, long tookMs) {}

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    public JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    /** The lines of an NDJSON response. */
    public Stream<JsonNode> ndjson(String path) {
        HttpResponse<String> answer =
                send(request(path).header("Accept", "application/x-ndjson").build());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body().lines().map(Json.MAPPER::readTree);
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(posting(path, type, body).build());
    }

    public HttpResponse<String> command(String json) {
        return post("/api/commands", "application/json", json);
    }

    public HttpResponse<String> command(String json, String correlationId) {
        return send(posting("/api/commands", "application/json", json)
                .header("X-Correlation-Id", correlationId)
                .build());
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    public HttpRequest commanding(String json) {
        return posting("/api/commands", "application/json", json)
                .timeout(SHORT_PATIENCE)
                .build();
    }

    public HttpRequest asking(String path) {
        return request(path).timeout(SHORT_PATIENCE).build();
    }

    /** Sends a request that may fail. */
    public Answer ask(HttpRequest request) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer(answer.statusCode(), answer.body(), begin);
        } catch (IOException e) {
            return answer(0, String.valueOf(e.getMessage()), begin);
        }
    }

    private static Answer answer(int status, String body, long begin) {
        long now = System.nanoTime();
        return new Answer(status, body, now, (now - begin) / 1_000_000);
    }

    /** The lines of a live stream after an event id. */
    public Stream<String> lines(String path, String lastEventId) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = http.send(
                request(path)
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", lastEventId)
                        .build(),
                BodyHandlers.ofLines());
        return answer.statusCode() == 200 ? answer.body() : Stream.empty();
    }

    private HttpRequest.Builder posting(String path, String type, String body) {
        return request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(("chief:" + password).getBytes(UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
