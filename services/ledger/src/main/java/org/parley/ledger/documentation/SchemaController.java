package org.parley.ledger.documentation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.problem.ProblemException;
import org.parley.access.problem.ProblemResponse;
import org.parley.contract.Json;
import org.parley.contract.schema.JsonSchemas;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /schemas/{EventType}.json}: the JSON Schema of an event's data or of a command. {@code GET /schemas} lists
 * them.
 */
@RestController
@Tag(name = "Schemas")
class SchemaController {
    private static final String SCHEMA = "application/schema+json";

    @GetMapping(path = "/schemas", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "schemas",
            summary = "All JSON Schemas",
            description = "Of every event type's data, with the URN that its events give as their dataschema, and of"
                    + " every command.")
    @DocumentedResponse(value = "SchemaList", description = "What each is of, and where it is")
    JsonNode schemas() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode all = json.putArray("schemas");
        JsonSchemas.eventNames().forEach(name -> entry(all, name, "event").put("urn", JsonSchemas.urn(name)));
        JsonSchemas.commandNames().forEach(name -> entry(all, name, "command"));
        return json;
    }

    private static ObjectNode entry(ArrayNode all, String name, String of) {
        return all.addObject().put("name", name).put("of", of).put("address", "/schemas/" + name + ".json");
    }

    @GetMapping(path = "/schemas/{type}.json", produces = SCHEMA)
    @Operation(
            operationId = "schema",
            summary = "The JSON Schema (2020-12) of an event type's data, or of a command",
            description = "By the name of the event type (CeasefireRejected) or of the command (RejectCeasefire).")
    @DocumentedResponse(value = "JsonSchema", mediaTypes = SCHEMA, description = "The schema")
    ResponseEntity<JsonNode> schema(@PathVariable String type) {
        try {
            JsonNode schema = JsonSchemas.isCommand(type) ? JsonSchemas.command(type) : JsonSchemas.event(type);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(SCHEMA))
                    .body(schema);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new ProblemResponse(
                    HttpStatus.NOT_FOUND,
                    "There is neither an event type nor a command of that name. GET /schemas lists those there are.",
                    "No hay ningún tipo de acto ni ninguna orden con ese nombre. GET /schemas los enumera."));
        }
    }
}
