package org.parley.archive.table;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.AcceptHeader;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.table.schema.AnalysisTable;
import org.parley.archive.table.schema.AnalysisTables;
import org.parley.archive.table.schema.Codebook;
import org.parley.archive.table.schema.TableSchemaJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The descriptions of the tables over HTTP. */
@RestController
@Tag(name = "Tables")
final class CodebookController {
    private static final String MARKDOWN = "text/markdown";
    private static final MediaType MARKDOWN_TYPE = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private final AnalysisSource source;
    private final Clock clock;

    CodebookController(AnalysisSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @DocumentedResponse(
            value = "Codebook",
            mediaTypes = {MediaType.APPLICATION_JSON_VALUE, MARKDOWN},
            description = "The codebook")
    @Operation(
            operationId = "codebook",
            summary = "Every column of every table",
            description = "The columns of table, edges and panel with their meaning, types and possible values, and the"
                    + " standard codes of every event type; with Accept: text/markdown as a page. Also at /codebook.")
    @GetMapping(
            path = "/api/codebook",
            produces = {MediaType.APPLICATION_JSON_VALUE, MARKDOWN})
    ResponseEntity<byte[]> codebook(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String type = AcceptHeader.preferred(accept, List.of(MediaType.APPLICATION_JSON_VALUE, MARKDOWN));
        ResponseEntity<byte[]> answer = type.equals(MARKDOWN)
                ? ResponseEntity.ok()
                        .contentType(MARKDOWN_TYPE)
                        .body(Codebook.markdown().getBytes(StandardCharsets.UTF_8))
                : JsonResponse.of(Codebook.json());
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    /** The same at its short address. */
    @Hidden
    @GetMapping("/codebook")
    ResponseEntity<byte[]> shortAddress(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return codebook(accept);
    }

    @DocumentedResponse(value = "TableSchema", description = "The schema")
    @Operation(
            operationId = "tableSchema",
            summary = "The Table Schema of a table",
            description = "table, edges or panel as CSV, as Frictionless Table Schema (version 2) describes it.")
    @GetMapping(path = "/api/{table}/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> schema(@PathVariable String table) {
        return JsonResponse.of(TableSchemaJson.of(table(table)));
    }

    @DocumentedResponse(value = "TableSchema", description = "The schema")
    @Operation(
            operationId = "tableSchemaOfNegotiation",
            summary = "The Table Schema of a table of a negotiation",
            description = "The same as for the table of all negotiations.")
    @GetMapping(path = "/api/negotiations/{negotiation}/{table}/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> schema(@PathVariable String negotiation, @PathVariable String table) {
        AnalysisTable<?> found = table(table);
        requireKnown(negotiation);
        return JsonResponse.of(TableSchemaJson.of(found));
    }

    @DocumentedResponse(value = "DataPackage", description = "The description")
    @Operation(
            operationId = "dataPackage",
            summary = "A Data Package of the tables of a negotiation",
            description =
                    "datapackage.json (Frictionless, version 2) for the three tables as CSV, saved beside it under"
                            + " the names that their downloads have.")
    @GetMapping(path = "/api/negotiations/{negotiation}/datapackage.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> dataPackage(@PathVariable String negotiation) {
        requireKnown(negotiation);
        return JsonResponse.of(TableSchemaJson.dataPackage(negotiation));
    }

    @DocumentedResponse(value = "DataPackage", description = "The description")
    @Operation(
            operationId = "dataPackageOfAll",
            summary = "A Data Package of the tables of all negotiations",
            description = "As for one negotiation.")
    @GetMapping(path = "/api/datapackage.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> dataPackage() {
        return JsonResponse.of(TableSchemaJson.dataPackage(null));
    }

    private void requireKnown(String negotiation) {
        source.view(negotiation, TemporalPoint.of(null, null, clock));
    }

    private static AnalysisTable<?> table(String name) {
        for (AnalysisTable<?> table : AnalysisTables.ALL) {
            if (table.name().equals(name)) {
                return table;
            }
        }
        throw QueryProblemException.notFound(
                "There is no table '" + name + "'; there are table, edges and panel.",
                "No hay ninguna tabla «" + name + "»; hay table, edges y panel.");
    }
}
