package org.parley.desk.gateway;

import org.parley.desk.api.Archive;
import org.parley.desk.api.Ledger;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The descriptions of both services' APIs as one, at the address where both are. */
@RestController
class OpenApiController {
    private final Ledger ledger;
    private final Archive archive;

    OpenApiController(Ledger ledger, Archive archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode description() {
        ObjectNode both = (ObjectNode) ledger.openApi();
        JsonNode questions = archive.openApi();
        both.remove("servers");
        both.withObject("/paths").setAll((ObjectNode) questions.path("paths"));
        questions.path("components").forEachEntry((section, parts) -> both.withObject("/components")
                .withObject(section)
                .setAll((ObjectNode) parts));
        ArrayNode tags = both.withArray("/tags");
        questions.path("tags").forEach(tags::add);
        return both;
    }
}
