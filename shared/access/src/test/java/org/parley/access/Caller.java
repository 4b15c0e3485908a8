package org.parley.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client of a service, with or without an account. */
record Caller(Service service, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static Caller anonymous(Service service) {
        return new Caller(service, Map.of());
    }

    static Caller as(Service service, String name, String password) {
        byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return anonymous(service)
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    static Caller chief(Service service) {
        return as(service, ChiefAccount.NAME, Service.CHIEF_PASSWORD);
    }

    Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(service, more);
    }

    Answer get(String path) {
        return send("GET", service.at(path), BodyPublishers.noBody());
    }

    Answer get(URI uri) {
        return send("GET", uri, BodyPublishers.noBody());
    }

    Answer post(String path, String json) {
        return send("POST", service.at(path), BodyPublishers.ofString(json));
    }

    Answer post(String path, BodyPublisher body) {
        return send("POST", service.at(path), body);
    }

    Answer put(String path, String json) {
        return send("PUT", service.at(path), BodyPublishers.ofString(json));
    }

    Answer delete(String path) {
        return send("DELETE", service.at(path), BodyPublishers.noBody());
    }

    private Answer send(String method, URI uri, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, body).setHeader("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(body());
        }
    }
}
