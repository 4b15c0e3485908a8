package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** An editor's program: gives commands over HTTP. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PASSWORD = "somebody's password";

    private final LedgerProcess ledger;
    private final String name;
    private final String authorization;

    private Client(LedgerProcess ledger, String name, String authorization) {
        this.ledger = ledger;
        this.name = name;
        this.authorization = authorization;
    }

    static Client chief(LedgerProcess ledger) {
        return new Client(ledger, "chief", basic("chief", LedgerProcess.CHIEF_PASSWORD));
    }

    /** Somebody new with this role: READER, EDITOR or CHIEF. */
    static Client withRole(LedgerProcess ledger, String role) {
        String name = role.toLowerCase(Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        Answer created = chief(ledger).post("/api/accounts", "application/json", """
                        {"name":"%s","role":"%s","password":"%s"}""".formatted(name, role, PASSWORD));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return new Client(ledger, name, basic(name, PASSWORD));
    }

    static Client anonymous(LedgerProcess ledger) {
        return new Client(ledger, "", "");
    }

    /** The same person at another ledger on the same database. */
    Client at(LedgerProcess other) {
        return new Client(other, name, authorization);
    }

    /** An answer: its JSON is an empty object when there is none. */
    record Answer(int status, JsonNode json, HttpResponse<String> response) {
        String text(String field) {
            return json.path(field).asString();
        }

        String header(String field) {
            return response.headers().firstValue(field).orElse("");
        }

        String body() {
            return response.body();
        }
    }

    String name() {
        return name;
    }

    String authorization() {
        return authorization;
    }

    Answer command(String json, String... headers) {
        return post("/api/commands", "application/json", json, headers);
    }

    Answer dryRun(String json, String... headers) {
        return post("/api/commands?dryRun=true", "application/json", json, headers);
    }

    /** The results of a batch, which is answered in any case. */
    List<JsonNode> batch(String path, String lines) {
        Answer answer = post(path, "application/x-ndjson", lines);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/x-ndjson");
        return answer.body()
                .lines()
                .map(line -> (JsonNode) Json.MAPPER.readTree(line))
                .toList();
    }

    List<JsonNode> batch(String lines) {
        return batch("/api/commands/batch", lines);
    }

    Answer post(String path, String contentType, String body, String... headers) {
        return send("POST", path, contentType, BodyPublishers.ofString(body), headers);
    }

    Answer send(String method, String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ledger.url(path)).method(method, body);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("content-type").orElse("");
            boolean isJson = type.contains("json") && !type.contains("ndjson");
            return new Answer(
                    response.statusCode(),
                    isJson ? Json.MAPPER.readTree(response.body()) : Json.MAPPER.createObjectNode(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
