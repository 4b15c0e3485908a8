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
import org.parley.access.account.ChiefAccount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client of a service, with or without an account. */
public record TestCaller(TestService service, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    public static TestCaller anonymous(TestService service) {
        return new TestCaller(service, Map.of());
    }

    public static TestCaller as(TestService service, String name, String password) {
        byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return anonymous(service)
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public static TestCaller chief(TestService service) {
        return as(service, ChiefAccount.NAME, TestService.CHIEF_PASSWORD);
    }

    public TestCaller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestCaller(service, more);
    }

    public Answer get(String path) {
        return send("GET", service.at(path), BodyPublishers.noBody());
    }

    public Answer get(URI uri) {
        return send("GET", uri, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return send("POST", service.at(path), BodyPublishers.ofString(json));
    }

    public Answer post(String path, BodyPublisher body) {
        return send("POST", service.at(path), body);
    }

    public Answer put(String path, String json) {
        return send("PUT", service.at(path), BodyPublishers.ofString(json));
    }

    public Answer delete(String path) {
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

    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }
    }
}
