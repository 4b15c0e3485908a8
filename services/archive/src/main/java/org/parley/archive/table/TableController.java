package org.parley.archive.table;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.table.format.TableOptions;
import org.parley.archive.table.format.TableResponse;
import org.parley.archive.table.schema.AnalysisTables;
import org.parley.archive.table.schema.EdgeRow;
import org.parley.domain.analysis.DevelopmentRow;
import org.parley.domain.analysis.DevelopmentTable;
import org.parley.domain.analysis.EffectiveStep;
import org.parley.domain.analysis.NamedParty;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The table of effective developments and its edges over HTTP. */
@RestController
@Tag(name = "Tables", description = "What counts as rows and columns, for analysts")
final class TableController {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final AnalysisSource source;
    private final Clock clock;

    TableController(AnalysisSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @DocumentedResponse(
            mediaTypes = {CSV, NDJSON},
            description = "The table")
    @Operation(
            operationId = "table",
            summary = "The effective developments of a negotiation as a table",
            description =
                    "One row for each development that counts as of asOf, as known at knownAt: corrections are applied,"
                            + " what was retracted is gone. The rows of a matter follow one another in the order of valid"
                            + " time. GET /api/codebook describes the columns. In CSV the values of a cell are joined by"
                            + " ';'; in NDJSON they are lists, numbers are numbers, and what is absent is null.")
    @GetMapping("/api/negotiations/{negotiation}/table")
    void table(
            @PathVariable String negotiation,
            @ParameterObject TableOptions options,
            @ParameterObject RequestedInstants instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableOptions.Form form = options.form(accept);
        AnalysisView view = source.view(negotiation, instants.temporalPoint(clock));
        TableResponse.write(
                TableResponse.start(
                        AnalysisTables.DEVELOPMENTS, form, negotiation + "-table", view.lastEntry(), request, response),
                row -> rows(view, row));
    }

    @DocumentedResponse(
            mediaTypes = {CSV, NDJSON},
            description = "The table")
    @Operation(
            operationId = "tableOfAll",
            summary = "The effective developments of all negotiations as a table",
            description = "The rows of each negotiation as in its own table, by slug. Each negotiation is read as it is"
                    + " when its turn comes; with knownAt all are read as known then.")
    @GetMapping("/api/table")
    void tableOfAll(
            @ParameterObject TableOptions options,
            @ParameterObject RequestedInstants instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableOptions.Form form = options.form(accept);
        TemporalPoint when = instants.temporalPoint(clock);
        TableResponse.write(
                TableResponse.start(
                        AnalysisTables.DEVELOPMENTS, form, "table", source.lastEntries(when), request, response),
                row -> source.forEachView(when, view -> rows(view, row)));
    }

    @DocumentedResponse(
            mediaTypes = {CSV, NDJSON},
            description = "The edges")
    @Operation(
            operationId = "edges",
            summary = "The parties that the developments of a negotiation name",
            description = "One row for each party that a development of the table names, in each of its roles: by,"
                    + " consentOf, via … as in the command. A development that names nobody has none.")
    @GetMapping("/api/negotiations/{negotiation}/edges")
    void edges(
            @PathVariable String negotiation,
            @ParameterObject TableOptions options,
            @ParameterObject RequestedInstants instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableOptions.Form form = options.form(accept);
        AnalysisView view = source.view(negotiation, instants.temporalPoint(clock));
        TableResponse.write(
                TableResponse.start(
                        AnalysisTables.EDGES, form, negotiation + "-edges", view.lastEntry(), request, response),
                row -> edges(view, row));
    }

    @DocumentedResponse(
            mediaTypes = {CSV, NDJSON},
            description = "The edges")
    @Operation(
            operationId = "edgesOfAll",
            summary = "The parties that the developments of all negotiations name",
            description = "The rows of each negotiation as in its own edges, by slug.")
    @GetMapping("/api/edges")
    void edgesOfAll(
            @ParameterObject TableOptions options,
            @ParameterObject RequestedInstants instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableOptions.Form form = options.form(accept);
        TemporalPoint when = instants.temporalPoint(clock);
        TableResponse.write(
                TableResponse.start(AnalysisTables.EDGES, form, "edges", source.lastEntries(when), request, response),
                row -> source.forEachView(when, view -> edges(view, row)));
    }

    private void rows(AnalysisView view, Consumer<DevelopmentRow> reader) {
        DevelopmentTable table = new DevelopmentTable(source.parties(view), view.asOf());
        source.histories().forEach(view.known(), history -> table.forEach(history, reader));
    }

    private void edges(AnalysisView view, Consumer<EdgeRow> reader) {
        source.histories()
                .forEach(
                        view.known(),
                        history -> EffectiveStep.forEach(history, view.asOf(), step -> NamedParty.in(
                                        step.occurrence().event())
                                .forEach(named -> reader.accept(new EdgeRow(
                                        view.negotiation(), step.occurrence().developmentId(), named)))));
    }
}
