package org.parley.desk.api;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The only writer: takes commands, and keeps the accounts and tokens. */
public final class Ledger {
    private static final String COMMANDS = "/api/commands";

    private final Service service;

    Ledger(Service service) {
        this.service = service;
    }

    /**
     * What a command would do.
     *
     * @throws Refused when it would be refused
     */
    public Forecast attempt(ObjectNode command) {
        return Json.MAPPER.treeToValue(
                service.send(HttpMethod.POST, COMMANDS, Map.of(), Map.of("dryRun", true), command), Forecast.class);
    }

    /**
     * Records a development; the same command with the same id again changes nothing.
     *
     * @param version the version that the matter must still have; null for any
     * @return its id
     * @throws Refused when it is refused; with 412 when the matter has another version
     */
    public String record(ObjectNode command, @Nullable Long version) {
        HttpHeaders headers = new HttpHeaders();
        if (version != null) {
            headers.setIfMatch("\"" + version + "\"");
        }
        return service.send(HttpMethod.POST, COMMANDS, Map.of(), Map.of(), command, headers)
                .path("developmentId")
                .asString();
    }

    /** Records or tries many commands, one a line, and reads the results while they arrive. */
    public <T> T batch(byte[] lines, boolean dryRun, Function<InputStream, T> results) {
        return service.post(
                COMMANDS + "/batch", Map.of("dryRun", dryRun), MediaType.APPLICATION_NDJSON, lines, results);
    }

    public JsonNode accounts() {
        return service.get("/api/accounts", Map.of(), Map.of()).path("accounts");
    }

    public void createAccount(String name, String role, String password) {
        service.send(
                HttpMethod.POST,
                "/api/accounts",
                Map.of(),
                Map.of(),
                Map.of("name", name, "role", role, "password", password));
    }

    /**
     * Gives an account another password.
     *
     * @param current the one until now, for one's own account; null for another's
     * @param revokeTokens whether the account's tokens are revoked too
     */
    public void changePassword(String account, @Nullable String current, String password, boolean revokeTokens) {
        Map<String, Object> wanted = new HashMap<>(Map.of("password", password, "revokeTokens", revokeTokens));
        if (current != null) {
            wanted.put("current", current);
        }
        service.send(HttpMethod.PUT, "/api/accounts/{name}/password", Map.of("name", account), Map.of(), wanted);
    }

    public void enable(String account, boolean enabled) {
        service.send(
                HttpMethod.PUT,
                "/api/accounts/{name}/enabled",
                Map.of("name", account),
                Map.of(),
                Map.of("enabled", enabled));
    }

    /** The tokens of whoever asks; for a chief everybody's. */
    public JsonNode tokens() {
        return service.get("/api/tokens", Map.of(), Map.of()).path("tokens");
    }

    /**
     * Makes a token for a program.
     *
     * @param expires its last day; null for none
     * @return its secret, which is told only now
     */
    public String makeToken(String name, List<String> scopes, @Nullable LocalDate expires) {
        Map<String, Object> wanted = new HashMap<>(Map.of("name", name, "scopes", scopes));
        if (expires != null) {
            wanted.put("expires", expires.toString());
        }
        return service.send(HttpMethod.POST, "/api/tokens", Map.of(), Map.of(), wanted)
                .path("token")
                .asString();
    }

    public void revokeToken(String id) {
        service.send(HttpMethod.DELETE, "/api/tokens/{id}", Map.of("id", id), Map.of(), null);
    }

    /** The description of its API (OpenAPI 3.1). */
    public JsonNode openApi() {
        return service.get("/openapi.json", Map.of(), Map.of());
    }

    public JsonNode health() {
        return service.get("/actuator/health", Map.of(), Map.of());
    }
}
