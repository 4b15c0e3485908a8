package org.parley.desk.gateway;

import java.util.Set;
import java.util.stream.Collectors;
import org.parley.access.problem.ProblemResponse;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description of the gateway: those of both services merged. */
@RestController
class OpenApiController {
    private final LedgerClient ledger;
    private final ArchiveClient archive;

    OpenApiController(LedgerClient ledger, ArchiveClient archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode description() {
        ObjectNode merged = (ObjectNode) ledger.openApi();
        JsonNode queries = archive.openApi();
        merged.withObject("/paths").setAll((ObjectNode) queries.path("paths"));
        queries.path("components")
                .forEachEntry((section, parts) ->
                        merged.withObject("/components").withObject(section).setAll((ObjectNode) parts));
        ArrayNode tags = merged.withArray("/tags");
        Set<String> known =
                tags.valueStream().map(tag -> tag.path("name").asString()).collect(Collectors.toSet());
        queries.path("tags")
                .valueStream()
                .filter(tag -> known.add(tag.path("name").asString()))
                .forEach(tags::add);
        return merged;
    }

    /** Answers with a problem document rather than a page, because clients are programs. */
    @ExceptionHandler({ServiceUnavailableException.class, ServiceRefusedException.class})
    ProblemResponse serviceUnavailable() {
        return new ProblemResponse(
                        HttpStatus.BAD_GATEWAY,
                        "A service that is described here is unavailable. Try again soon.",
                        "Un servicio de los aquí descritos no está disponible. Inténtelo de nuevo en breve.")
                .retryAfter(GatewayConfiguration.RETRY);
    }
}
