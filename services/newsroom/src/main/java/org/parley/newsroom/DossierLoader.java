package org.parley.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.access.account.AccountRepository;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.access.pass.InternalJwtService;
import org.parley.contract.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Loads the bundled dossier: commands, one per line, sent over HTTP as a separate account. Each line has its
 * development id, so that loading is idempotent and an interrupted load can be repeated.
 */
final class DossierLoader {
    /** The account that logs the dossier. It has a random password that nobody knows. */
    static final String EDITOR = "dossier";

    static final String NEGOTIATION = "ukraine-2025";

    private static final Logger LOG = LoggerFactory.getLogger(DossierLoader.class);
    private static final String RESOURCE = "/dossier/" + NEGOTIATION + ".ndjson";

    private final boolean enabled;
    private final AccountRepository accounts;
    private final InternalJwtService passes;

    DossierLoader(boolean enabled, AccountRepository accounts, InternalJwtService passes) {
        this.enabled = enabled;
        this.accounts = accounts;
        this.passes = passes;
    }

    /**
     * The result of a load.
     *
     * @param lines the number of commands in the dossier
     * @param added the number of commands recorded by this load
     * @param refused the number of refused commands; each is logged with its reason
     */
    record LoadResult(int lines, int added, int refused) {}

    /** Sends all commands to the ledger at a base URL and waits until the archive has applied them. */
    LoadResult load(String address) {
        if (!enabled) {
            return new LoadResult(0, 0, 0);
        }
        accounts.ensureForService(EDITOR, Role.EDITOR, "newsroom");
        ParleyPrincipal editor = new ParleyPrincipal(EDITOR, Role.EDITOR);
        RestClient client = RestClient.builder()
                .baseUrl(address)
                // A token, because sign-in with passwords may be disabled.
                .defaultRequest(request -> request.headers(
                        headers -> headers.setBearerAuth(passes.issue(editor, InternalJwtAudience.LEDGER))))
                .build();
        String responseBody = client.post()
                .uri("/api/commands/batch")
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(commands())
                .retrieve()
                .body(String.class);
        List<JsonNode> results = String.valueOf(responseBody)
                .lines()
                .map(line -> Json.MAPPER.readTree(line))
                .toList();
        results.stream()
                .filter(result -> result.path("status").asInt() >= 400)
                .forEach(result -> LOG.error("the dossier's line {} was refused: {}", result.path("line"), result));
        awaitReadable(client, results);
        return new LoadResult(results.size(), count(results, 201, 201), count(results, 400, 599));
    }

    private static void awaitReadable(RestClient client, List<JsonNode> results) {
        results.stream()
                .filter(result -> result.path("status").asInt() < 300)
                .reduce((earlier, later) -> later)
                .ifPresent(last -> client.get()
                        .uri(
                                "/api/negotiations/{n}?after-development={id}",
                                NEGOTIATION,
                                last.path("developmentId").asString())
                        .retrieve()
                        .onStatus(
                                status -> status.value() == 503,
                                (request, response) ->
                                        LOG.warn("the dossier is recorded; the read side is still catching up"))
                        .toBodilessEntity());
    }

    private static int count(List<JsonNode> results, int from, int to) {
        return (int) results.stream()
                .mapToInt(result -> result.path("status").asInt())
                .filter(status -> status >= from && status <= to)
                .count();
    }

    private static String commands() {
        try (InputStream in = DossierLoader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the dossier " + RESOURCE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
