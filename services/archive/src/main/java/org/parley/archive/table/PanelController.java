package org.parley.archive.table;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.table.format.TableOptions;
import org.parley.archive.table.format.TableResponse;
import org.parley.archive.table.schema.AnalysisTables;
import org.parley.domain.analysis.PanelRow;
import org.parley.domain.analysis.StatusPanel;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The panel over HTTP: the status of each matter at the end of each day, week or month. */
@RestController
@Tag(name = "Tables")
final class PanelController {
    /** The greatest number of rows that a panel may have, if each of its matters existed from the first step. */
    static final long ROWS_MAX = 1_000_000;

    private final AnalysisSource source;
    private final Clock clock;

    PanelController(AnalysisSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @DocumentedResponse(
            mediaTypes = {"text/csv", "application/x-ndjson"},
            description = "The panel")
    @Operation(
            operationId = "panel",
            summary = "The status of each matter of a negotiation over time",
            description =
                    "One row for each matter at the end of each step from the first in which it exists: its state as of"
                            + " the end of that day, as known at knownAt. With asOf, later steps are left out. Steps"
                            + " times matters may be at most " + ROWS_MAX + ".")
    @GetMapping("/api/negotiations/{negotiation}/panel")
    void panel(
            @PathVariable String negotiation,
            @ParameterObject PanelParameters parameters,
            @ParameterObject TableOptions options,
            @ParameterObject RequestedInstants instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PanelParameters.Steps steps = parameters.steps();
        TableOptions.Form form = options.form(accept);
        TemporalPoint when = instants.temporalPoint(clock);
        AnalysisView view = source.view(negotiation, when);
        StatusPanel panel = panel(view, steps, when);
        requireBounded(panel.steps(), source.histories().matterCount(negotiation));
        TableResponse.write(
                TableResponse.start(
                        AnalysisTables.PANEL,
                        form,
                        negotiation + "-panel",
                        day(view.asOf()) + " " + view.lastEntry(), // the last day may be that of asOf
                        request,
                        response),
                row -> rows(view, panel, row));
    }

    @DocumentedResponse(
            mediaTypes = {"text/csv", "application/x-ndjson"},
            description = "The panel")
    @Operation(
            operationId = "panelOfAll",
            summary = "The status of each matter of all negotiations over time",
            description = "The rows of each negotiation as in its own panel, by slug; from is required.")
    @GetMapping("/api/panel")
    void panelOfAll(
            @ParameterObject PanelParameters parameters,
            @ParameterObject TableOptions options,
            @ParameterObject RequestedInstants instants,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PanelParameters.Steps steps = parameters.steps();
        TableOptions.Form form = options.form(accept);
        TemporalPoint when = instants.temporalPoint(clock);
        if (steps.requestedFrom() == null) {
            throw QueryProblemException.badRequest(
                    "/from", "is missing: the first day, such as 2025-08-15", "falta: el primer día, como 2025-08-15");
        }
        AtomicLong most = new AtomicLong();
        source.forEachView(when, view -> {
            long rows = multiplied(
                    panel(view, steps, when).steps(), source.histories().matterCount(view.negotiation()));
            most.addAndGet(Math.min(rows, ROWS_MAX + 1));
        });
        requireBounded(1, most.get());
        TableResponse.write(
                TableResponse.start(
                        AnalysisTables.PANEL,
                        form,
                        "panel",
                        day(when.now()) + " " + source.lastEntries(when),
                        request,
                        response),
                row -> source.forEachView(when, view -> rows(view, panel(view, steps, when), row)));
    }

    private void rows(AnalysisView view, StatusPanel panel, Consumer<PanelRow> reader) {
        source.histories().forEach(view.known(), history -> panel.forEach(history, reader));
    }

    private StatusPanel panel(AnalysisView view, PanelParameters.Steps steps, TemporalPoint when) {
        LocalDate to = steps.requestedTo() == null ? day(view.asOf()) : steps.requestedTo();
        LocalDate from = steps.requestedFrom() == null ? firstDay(view, to) : steps.requestedFrom();
        return new StatusPanel(from, to, steps.step(), when.requestedAsOf());
    }

    /** The day of the opening, or of the first development if the opening has no date. */
    private LocalDate firstDay(AnalysisView view, LocalDate otherwise) {
        return source.ownHistory(view).effective().stream()
                .filter(occurrence -> occurrence.event() instanceof NegotiationOpened)
                .map(Occurrence::start)
                .filter(start -> start.isAfter(Instant.MIN))
                .findFirst()
                .or(() -> source.histories().firstStart(view.known()))
                .map(PanelController::day)
                .orElse(otherwise);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static long multiplied(long steps, long matters) {
        return steps > ROWS_MAX || matters > ROWS_MAX ? ROWS_MAX + 1 : steps * matters;
    }

    private static void requireBounded(long steps, long matters) {
        if (multiplied(steps, matters) > ROWS_MAX) {
            throw QueryProblemException.badRequest(
                    "/step",
                    "gives more than " + ROWS_MAX + " rows over these days: take a longer step, or a later from or an"
                            + " earlier to",
                    "da más de " + ROWS_MAX + " filas en esos días: elija un paso más largo, un from posterior o un to"
                            + " anterior");
        }
    }
}
