package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** Somebody who talks to a newsroom over HTTP; anonymous until signed in. */
record Client(String address, String authorization) {
    static final String NDJSON = "application/x-ndjson";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Client anonymous(String address) {
        return new Client(address, "");
    }

    /** The same newsroom, signed in to. */
    Client as(String name, String password) {
        return new Client(
                address, "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8)));
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return Json.MAPPER.readTree(body());
        }

        List<JsonNode> lines() {
            return body().lines()
                    .map(line -> (JsonNode) Json.MAPPER.readTree(line))
                    .toList();
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }

    /** Asks; headers are names and values in turn. */
    Answer get(String path, String... headers) {
        return new Answer(send(request(path, headers).GET().build(), BodyHandlers.ofString()));
    }

    /** Gives a command. */
    Answer command(String json) {
        return post("/api/commands", "application/json", json);
    }

    Answer post(String path, String contentType, String body) {
        return new Answer(post(path, contentType, body, BodyHandlers.ofString()));
    }

    Answer put(String path, String json) {
        return new Answer(send(
                request(path, "Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString()));
    }

    <T> HttpResponse<T> post(String path, String contentType, String body, BodyHandler<T> answer) {
        return send(
                request(path, "Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                answer);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> answer) {
        try {
            return HTTP.send(request, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
