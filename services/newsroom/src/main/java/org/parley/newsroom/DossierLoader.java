package org.parley.newsroom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * Loads bundled dossiers: files of commands, one a line, sent over HTTP as a separate account.
 *
 * <p>The first line opens the negotiation, and its id is made from the rest of the file. So the ledger itself tells
 * what to do: it accepts the line in a newsroom without the negotiation, repeats its result where this very file was
 * loaded or begun, and refuses it where the negotiation comes from another edition or from the newsroom itself. Such
 * a newsroom keeps what it has.
 */
final class DossierLoader {
    /** The account that logs dossiers. It has a random password that nobody knows. */
    static final String EDITOR = "dossier";

    private static final Logger LOG = LoggerFactory.getLogger(DossierLoader.class);

    private final List<Dossier> dossiers;
    private final AccountRepository accounts;
    private final InternalJwtService passes;

    /**
     * @param names the dossiers to load, in this order
     * @throws IllegalArgumentException if one is not bundled
     */
    DossierLoader(List<String> names, AccountRepository accounts, InternalJwtService passes) {
        this.dossiers = names.stream().map(Dossier::bundled).toList();
        this.accounts = accounts;
        this.passes = passes;
    }

    /**
     * The result of a load.
     *
     * @param lines the number of commands in the dossier
     * @param added the number of commands recorded by this load
     * @param refused the number of refused commands; each is logged with its reason
     * @param kept whether the newsroom has a negotiation of this name from elsewhere, to which nothing was added
     */
    record LoadResult(int lines, int added, int refused, boolean kept) {}

    List<Dossier> dossiers() {
        return dossiers;
    }

    /** Sends the commands of a dossier to the ledger at a base URL and waits until the archive has applied them. */
    LoadResult load(Dossier dossier, String address) {
        accounts.ensureForService(EDITOR, Role.EDITOR, "newsroom");
        ParleyPrincipal editor = new ParleyPrincipal(EDITOR, Role.EDITOR);
        RestClient client = RestClient.builder()
                .baseUrl(address)
                // A token, because sign-in with passwords may be disabled.
                .defaultRequest(request -> request.headers(
                        headers -> headers.setBearerAuth(passes.issue(editor, InternalJwtAudience.LEDGER))))
                .build();
        List<JsonNode> results = new ArrayList<>(send(client, dossier.opening()));
        if (count(results, 409, 409) > 0) {
            return new LoadResult(dossier.size(), 0, 0, true);
        }
        results.addAll(send(client, dossier.others()));
        for (int line = 1; line <= results.size(); line++) {
            if (status(results.get(line - 1)) >= 400) {
                LOG.error("line {} of the dossier {} was refused: {}", line, dossier.name(), results.get(line - 1));
            }
        }
        awaitReadable(client, dossier, results);
        return new LoadResult(dossier.size(), count(results, 201, 201), count(results, 400, 599), false);
    }

    private static List<JsonNode> send(RestClient client, String commands) {
        String responseBody = client.post()
                .uri("/api/commands/batch")
                .contentType(MediaType.APPLICATION_NDJSON)
                // Bytes, because a string would be sent in ISO 8859-1.
                .body(commands.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .body(String.class);
        return String.valueOf(responseBody)
                .lines()
                .map(line -> Json.MAPPER.readTree(line))
                .toList();
    }

    private static void awaitReadable(RestClient client, Dossier dossier, List<JsonNode> results) {
        results.stream()
                .filter(result -> status(result) < 300)
                .reduce((earlier, later) -> later)
                .ifPresent(last -> client.get()
                        .uri(
                                "/api/negotiations/{n}?after-development={id}",
                                dossier.name(),
                                last.path("developmentId").asString())
                        .retrieve()
                        .onStatus(
                                status -> status.value() == 503,
                                (request, response) -> LOG.warn(
                                        "the dossier {} is recorded; the read side is still catching up",
                                        dossier.name()))
                        .toBodilessEntity());
    }

    private static int status(JsonNode result) {
        return result.path("status").asInt();
    }

    private static int count(List<JsonNode> results, int from, int to) {
        return (int) results.stream()
                .filter(result -> status(result) >= from && status(result) <= to)
                .count();
    }
}
