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
 * A user's own program, which talks to a service over HTTP; anonymous until signed in. Wherever headers are taken, names and
 * values stand in turn; a later header of the same name replaces an earlier one.
 *
 * @param address where the service is, such as {@code http://localhost:8080}
 * @param name the account's name; empty for nobody
 * @param headers what every request has
 */
public record ApiClient(String address, String name, Map<String, String> headers) {
    public static final String JSON = "application/json";
    public static final String NDJSON = "application/x-ndjson";

    /** An answer that never comes fails the test. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Somebody without an account. */
    public static ApiClient anonymous(String address) {
        return new ApiClient(address, "", Map.of());
    }

    /** The same service, signed in to with HTTP Basic. */
    public ApiClient as(String account, String password) {
        String credentials = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8));
        return new ApiClient(address, account, and("Authorization", "Basic " + credentials));
    }

    /** The same service, with a token. */
    public ApiClient withBearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same, with one more header on every request. */
    public ApiClient with(String header, String value) {
        return new ApiClient(address, name, and(header, value));
    }

    /** The same account at another service that knows it. */
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

    /** As a chief: makes an account, and signs in with it. */
    public ApiClient newAccount(String account, String role, String password) {
        Answer made = post("/api/accounts", JSON, """
                {"name":"%s","role":"%s","password":"%s"}""".formatted(account, role, password));
        if (made.status() != 201) {
            throw new AssertionError("no account for %s: %s".formatted(account, made));
        }
        return anonymous(address).as(account, password);
    }

    /** Asks. */
    public Answer get(String path, String... more) {
        return send("GET", path, "", BodyPublishers.noBody(), more);
    }

    /** Sends a text. */
    public Answer post(String path, String contentType, String body, String... more) {
        return send("POST", path, contentType, BodyPublishers.ofString(body), more);
    }

    /** Sends JSON in place of what there is. */
    public Answer put(String path, String json, String... more) {
        return send("PUT", path, JSON, BodyPublishers.ofString(json), more);
    }

    /** Gives a command. */
    public Answer command(String json, String... more) {
        return post("/api/commands", JSON, json, more);
    }

    /** Asks what a command would do. */
    public Answer dryRun(String json, String... more) {
        return post("/api/commands?dryRun=true", JSON, json, more);
    }

    /** Gives many commands, one a line; their results, one each. */
    public List<JsonNode> batch(String lines) {
        return batch("/api/commands/batch", lines);
    }

    /** The same with parameters in the path. Whatever is in it, a batch is answered with results. */
    public List<JsonNode> batch(String path, String lines) {
        Answer answer = post(path, NDJSON, lines);
        if (answer.status() != 200 || !answer.header("Content-Type").startsWith(NDJSON)) {
            throw new AssertionError("no results: " + answer);
        }
        return answer.lines();
    }

    /**
     * Sends a request and takes the answer as text.
     *
     * @param contentType empty for none
     */
    public Answer send(String method, String path, String contentType, BodyPublisher body, String... more) {
        return new Answer(send(method, path, contentType, body, BodyHandlers.ofString(), more));
    }

    /** Sends a request and takes the answer as the handler does, which may be while it comes. */
    public <T> HttpResponse<T> send(
            String method, String path, String contentType, BodyPublisher body, BodyHandler<T> taken, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .timeout(ANSWER_LIMIT);
        if (!contentType.isEmpty()) {
            request.setHeader("Content-Type", contentType);
        }
        and(more).forEach(request::setHeader);
        try {
            return HTTP.send(request.build(), taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a service answers. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** The first value of a header; empty without it. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The body as JSON; fails when it is none. */
        public JsonNode json() {
            return Json.MAPPER.readTree(body());
        }

        /** A field of that JSON as text; empty without it. */
        public String text(String field) {
            return json().path(field).asString("");
        }

        /** The body as one JSON a line. */
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
