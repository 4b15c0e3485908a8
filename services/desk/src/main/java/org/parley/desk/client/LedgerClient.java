package org.parley.desk.client;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP client of the ledger: commands, accounts and tokens. */
public final class LedgerClient {
    private static final String COMMANDS = "/api/commands";

    private final ServiceClient service;

    LedgerClient(ServiceClient service) {
        this.service = service;
    }

    /**
     * Runs a command without recording it.
     *
     * @throws ServiceRefusedException when the ledger refuses it
     */
    public CommandPreviewView dryRun(ObjectNode command) {
        return Json.MAPPER.treeToValue(
                service.send(HttpMethod.POST, COMMANDS, Map.of(), Map.of("dryRun", true), command),
                CommandPreviewView.class);
    }

    /**
     * Records a development. Idempotent: a repeat with the same id and content changes nothing.
     *
     * @param version the expected version of the matter, sent as {@code If-Match}; null for any
     * @return the development's id
     * @throws ServiceRefusedException when the ledger refuses it; with status 412 when the matter has another version
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

    /** Sends many commands, one JSON object per line, and reads the results as a stream. */
    public <T> T batch(byte[] lines, boolean dryRun, Function<InputStream, T> results) {
        return service.post(
                COMMANDS + "/batch", Map.of("dryRun", dryRun), MediaType.APPLICATION_NDJSON, lines, results);
    }

    /**
     * Records commands of one matter together, all or none. Idempotent like {@link #record}.
     *
     * @throws ServiceRefusedException when the ledger refuses one of them, with the first reason that is a line's own
     */
    public void together(List<ObjectNode> commands) {
        byte[] lines = commands.stream()
                .map(ObjectNode::toString)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        List<JsonNode> results = service.post(
                COMMANDS + "/batch", Map.of("together", true), MediaType.APPLICATION_NDJSON, lines, body -> {
                    try (MappingIterator<JsonNode> each =
                            Json.MAPPER.readerFor(JsonNode.class).readValues(body)) {
                        return each.readAll();
                    }
                });
        results.stream()
                .map(result -> result.path("problem"))
                .filter(problem -> problem.isObject() && !problem.has("stoppedBy"))
                .findFirst()
                .ifPresent(problem -> {
                    throw new ServiceRefusedException(Json.MAPPER.treeToValue(problem, ServiceProblem.class));
                });
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
     * Changes the password of an account.
     *
     * @param current the current password when changing one's own; null when a chief changes another account's
     * @param revokeTokens whether the account's tokens are revoked too
     */
    public void changePassword(String account, @Nullable String current, String password, boolean revokeTokens) {
        Map<String, Object> request = new HashMap<>(Map.of("password", password, "revokeTokens", revokeTokens));
        if (current != null) {
            request.put("current", current);
        }
        service.send(HttpMethod.PUT, "/api/accounts/{name}/password", Map.of("name", account), Map.of(), request);
    }

    public void setEnabled(String account, boolean enabled) {
        service.send(
                HttpMethod.PUT,
                "/api/accounts/{name}/enabled",
                Map.of("name", account),
                Map.of(),
                Map.of("enabled", enabled));
    }

    /** The tokens of the signed-in account; for a chief those of all accounts. */
    public JsonNode tokens() {
        return service.get("/api/tokens", Map.of(), Map.of()).path("tokens");
    }

    /**
     * Creates a token for a program.
     *
     * @param expires its last day (UTC); null if it does not expire
     * @return its secret, which cannot be read again later
     */
    public String createToken(String name, List<String> scopes, @Nullable LocalDate expires) {
        Map<String, Object> request = new HashMap<>(Map.of("name", name, "scopes", scopes));
        if (expires != null) {
            request.put("expires", expires.toString());
        }
        return service.send(HttpMethod.POST, "/api/tokens", Map.of(), Map.of(), request)
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
