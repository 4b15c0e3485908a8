package org.parley.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP client of a service; anonymous unless it has credentials. Header arguments alternate between names and
 * values; a later header replaces an earlier one with the same name.
 *
 * @param address the base URL of the service, such as {@code http://localhost:8080}
 * @param name the account's name; empty if the client is anonymous
 * @param headers the headers of every request
 */
public record ApiClient(String address, String name, Map<String, String> headers) {
    public static final String JSON = "application/json";
    public static final String NDJSON = "application/x-ndjson";

    /** Fails a test whose response never arrives. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(2);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client without an account. */
    public static ApiClient anonymous(String address) {
        return new ApiClient(address, "", Map.of());
    }

    /** A client of the same service with HTTP Basic credentials. */
    public ApiClient as(String account, String password) {
        String credentials = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8));
        return new ApiClient(address, account, and("Authorization", "Basic " + credentials));
    }

    /** A client of the same service with a bearer token. */
    public ApiClient withBearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** A client with one more header on every request. */
    public ApiClient with(String header, String value) {
        return new ApiClient(address, name, and(header, value));
    }

    /** A client of another service with the same credentials. */
    public ApiClient at(String otherAddress) {
        return new ApiClient(otherAddress, name, headers);
    }

    private Map<String, String> and(String... more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** Creates an account, which needs the role of a chief, and returns its client. */
    public ApiClient newAccount(String account, String role, String password) {
        Answer created = post("/api/accounts", JSON, """
                {"name":"%s","role":"%s","password":"%s"}""".formatted(account, role, password));
        if (created.status() != 201) {
            throw new AssertionError("account %s was not created: %s".formatted(account, created));
        }
        return anonymous(address).as(account, password);
    }

    /** Sends a GET request. */
    public Answer get(String path, String... more) {
        return send("GET", path, "", BodyPublishers.noBody(), more);
    }

    /** Sends a POST request with a text body. */
    public Answer post(String path, String contentType, String body, String... more) {
        return send("POST", path, contentType, BodyPublishers.ofString(body), more);
    }

    /** Sends a PUT request with a JSON body. */
    public Answer put(String path, String json, String... more) {
        return send("PUT", path, JSON, BodyPublishers.ofString(json), more);
    }

    /** Sends a command. */
    public Answer command(String json, String... more) {
        return post("/api/commands", JSON, json, more);
    }

    /** Sends a command as a dry run. */
    public Answer dryRun(String json, String... more) {
        return post("/api/commands?dryRun=true", JSON, json, more);
    }

    /** Sends a batch of commands, one per line; returns one result per command. */
    public List<JsonNode> batch(String lines) {
        return batch("/api/commands/batch", lines);
    }

    /** The same for a path with query parameters. Fails if the response is anything but results. */
    public List<JsonNode> batch(String path, String lines) {
        Answer answer = post(path, NDJSON, lines);
        if (answer.status() != 200 || !answer.header("Content-Type").startsWith(NDJSON)) {
            throw new AssertionError("no results: " + answer);
        }
        return answer.lines();
    }

    /**
     * Sends a request and returns the response as text.
     *
     * @param contentType the content type; empty if there is none
     */
    public Answer send(String method, String path, String contentType, BodyPublisher body, String... more) {
        return new Answer(send(method, path, contentType, body, BodyHandlers.ofString(), more));
    }

    /** Sends a request with a body handler, which may process the response while it arrives. */
    public <T> HttpResponse<T> send(
            String method,
            String path,
            String contentType,
            BodyPublisher body,
            BodyHandler<T> handler,
            String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .timeout(RESPONSE_TIMEOUT);
        if (!contentType.isEmpty()) {
            request.setHeader("Content-Type", contentType);
        }
        and(more).forEach(request::setHeader);
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The response of a service. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** The first value of a header; empty if it is absent. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The body as JSON; throws if it is not JSON. */
        public JsonNode json() {
            return Json.MAPPER.readTree(body());
        }

        /** A field of the JSON body as text; empty if it is absent. */
        public String text(String field) {
            return json().path(field).asString("");
        }

        /** The body as one JSON value per line. */
        public List<JsonNode> lines() {
            return body().lines()
                    .map(line -> (JsonNode) Json.MAPPER.readTree(line))
                    .toList();
        }

        /** For the message of a failed assertion. */
        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
