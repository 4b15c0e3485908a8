package org.parley.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import tools.jackson.core.JacksonException;

/**
 * A Parley that runs somewhere.
 *
 * @param address its root: {@code http://localhost:8080}
 * @param user who asks; null asks without an account
 * @param password of that user
 */
record Server(URI address, @Nullable String user, @Nullable String password) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int OK = 200;

    /** The server of an address, and of {@code PARLEY_USER} and {@code PARLEY_PASSWORD} if they are set. */
    static Server at(String address, Map<String, String> environment) {
        URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        if (uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
            throw new IllegalArgumentException("'" + address + "' is no address such as http://localhost:8080");
        }
        return new Server(uri, environment.get("PARLEY_USER"), environment.get("PARLEY_PASSWORD"));
    }

    /**
     * What is at a path.
     *
     * @throws Refused when the server does not answer, or answers with an error
     */
    byte[] get(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER);
        if (user != null) {
            String login = user + ":" + (password == null ? "" : password);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new Refused(address + " answers " + answer.statusCode() + ": " + detail(answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new Refused("cannot reach " + address + ": " + why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    private static String detail(byte[] problem) {
        try {
            return Json.MAPPER.readTree(problem).path("detail").asString("no reason given");
        } catch (JacksonException e) {
            return "no reason given";
        }
    }
}
