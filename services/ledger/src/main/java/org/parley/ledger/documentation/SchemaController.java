package org.parley.ledger.documentation;

import io.swagger.v3.oas.annotations.Operation;
import org.parley.contract.Schemas;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code GET /schemas/{EventType}.json}: the JSON Schema of an event's data, or of a command. */
@RestController
class SchemaController {
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    @GetMapping("/schemas/{type}.json")
    @Operation(
            summary = "The JSON Schema (2020-12) of an event type's data, or of a command",
            description = "By the name of the event type (CeasefireRejected) or of the command (RejectCeasefire).")
    ResponseEntity<?> schema(@PathVariable String type) {
        try {
            JsonNode schema = Schemas.isCommand(type) ? Schemas.command(type) : Schemas.event(type);
            return ResponseEntity.ok().contentType(SCHEMA).body(schema);
        } catch (IllegalArgumentException e) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.NOT_FOUND, "There is neither an event type nor a command of that name.");
            return ResponseEntity.of(problem).build();
        }
    }
}
