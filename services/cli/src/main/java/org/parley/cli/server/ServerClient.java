package org.parley.cli.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * An HTTP client of a Parley server.
 *
 * @param address the base URL, such as {@code http://localhost:8080}
 * @param authorization the {@code Authorization} header; null sends none
 */
public record ServerClient(URI address, @Nullable String authorization) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int OK = 200;

    /**
     * A client for an address, with the credentials in the environment: {@code PARLEY_TOKEN}, or the token in the file
     * {@code PARLEY_TOKEN_FILE}, or else {@code PARLEY_USER} and {@code PARLEY_PASSWORD}.
     *
     * @param tokenFile a file with a token, which takes precedence; null for none
     * @throws IllegalArgumentException when the address or the token file is invalid
     */
    public static ServerClient at(String address, Map<String, String> environment, @Nullable Path tokenFile) {
        URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        if (uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
            throw new IllegalArgumentException("'" + address + "' is not an address such as http://localhost:8080");
        }
        return new ServerClient(uri, authorization(environment, tokenFile));
    }

    private static @Nullable String authorization(Map<String, String> environment, @Nullable Path tokenFile) {
        String token = tokenFile == null ? environment.get("PARLEY_TOKEN") : read(tokenFile);
        if (token == null && environment.get("PARLEY_TOKEN_FILE") instanceof String file) {
            token = read(Path.of(file));
        }
        if (token != null) {
            return "Bearer " + token.strip();
        }
        String user = environment.get("PARLEY_USER");
        if (user == null) {
            return null;
        }
        String login = user + ":" + Objects.requireNonNullElse(environment.get("PARLEY_PASSWORD"), "");
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path tokenFile) {
        try {
            return Files.readString(tokenFile);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file " + tokenFile + " with the token cannot be read");
        }
    }

    /** Omits the credentials, which must not appear in logs. */
    @Override
    public String toString() {
        return "Server[address=" + address + "]";
    }

    /**
     * Sends a GET.
     *
     * @throws CommandFailedException when the server does not answer, or answers with an error
     */
    public byte[] get(String path) {
        return send(request(path));
    }

    /**
     * Posts NDJSON.
     *
     * @throws CommandFailedException when the server does not answer, or answers with an error
     */
    public byte[] post(String path, byte[] lines) {
        return send(request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(lines)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                ObjectNode problem = problem(answer.body());
                String detail = problem == null
                        ? "no reason given"
                        : problem.path("detail").asString("no reason given");
                throw new CommandFailedException(
                        address + " answers " + answer.statusCode() + ": " + detail, answer.statusCode(), problem);
            }
            return answer.body();
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new CommandFailedException("cannot reach " + address + ": " + why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted");
        }
    }

    public String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    private static @Nullable ObjectNode problem(byte[] body) {
        try {
            return Json.MAPPER.readTree(body) instanceof ObjectNode problem ? problem : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
