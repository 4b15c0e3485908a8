package org.parley.archive.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.AcceptHeader;
import org.parley.archive.query.ByteOrderMarkParameter;
import org.parley.archive.query.FixedOnceKnown;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.RequestedInstants;
import org.parley.archive.query.StreamedAnswer;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.trail.web.TrailExport;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.TrailLine;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The export of a whole trail as a file. */
@RestController
@Tag(name = "Proofs", description = "Proofs that a trail was never altered")
final class ExportController {
    private static final String NDJSON = "ndjson";
    private static final String CSV = "csv";
    private static final String NDJSON_TYPE = "application/x-ndjson";
    private static final String CSV_TYPE = "text/csv";

    private final TrailExport trail;
    private final TrailMerkleTrees trees;
    private final Clock clock;

    ExportController(TrailExport trail, TrailMerkleTrees trees, Clock clock) {
        this.trail = trail;
        this.trees = trees;
        this.clock = clock;
    }

    @DocumentedResponse(
            mediaTypes = {"application/x-ndjson", "text/csv"},
            description = "The trail")
    @Operation(
            operationId = "export",
            summary = "The verifiable export of a trail",
            description =
                    "ndjson: one line per position, in order, each the event as a structured CloudEvent in canonical"
                            + " JSON (RFC 8785). The bytes of line n are leaf n of the tree of the checkpoints. csv:"
                            + " the trail as a table, with the editorial status of each entry. Without format the"
                            + " Accept header decides, ndjson by default. knownAt limits the export to what was"
                            + " recorded by then: of ndjson the first lines. asOf applies only to csv, since a trail"
                            + " with gaps cannot be verified.")
    @FixedOnceKnown
    @GetMapping("/api/negotiations/{negotiation}/export")
    void export(
            @PathVariable String negotiation,
            @Parameter(description = "ndjson or csv; takes precedence over Accept")
                    @RequestParam(required = false)
                    @Nullable String format,
            @ParameterObject RequestedInstants instants,
            @Parameter(description = ByteOrderMarkParameter.DESCRIPTION) @RequestParam(required = false) @Nullable String bom,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TemporalPoint when = instants.temporalPoint(clock);
        String form = form(format, accept);
        boolean withByteOrderMark = ByteOrderMarkParameter.isWanted(bom, form.equals(CSV));
        switch (form) {
            case NDJSON -> lines(negotiation, when, request, response);
            case CSV -> table(negotiation, when, withByteOrderMark, request, response);
            default ->
                throw QueryProblemException.badRequest("/format", "must be ndjson or csv", "debe ser ndjson o csv");
        }
    }

    private static String form(@Nullable String format, @Nullable String accept) {
        if (format != null && !format.isBlank()) {
            return format.strip();
        }
        return AcceptHeader.preferred(accept, List.of(NDJSON_TYPE, CSV_TYPE)).equals(CSV_TYPE) ? CSV : NDJSON;
    }

    private void lines(String negotiation, TemporalPoint when, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (when.requestedAsOf() != null) {
            throw QueryProblemException.badRequest(
                    "/asOf",
                    "does not apply to the verifiable export, which is the trail from its beginning: use knownAt for"
                            + " what was recorded by an instant, or format=csv for what had happened by one",
                    "no se aplica a la exportación verificable, que es el registro desde su comienzo: use knownAt para"
                            + " lo registrado hasta un instante, o format=csv para lo ocurrido hasta uno");
        }
        long size = trees.size(negotiation);
        long through = when.requestedKnownAt() == null ? size : Math.min(size, trail.lastPosition(negotiation, when));
        head(response, NDJSON_TYPE, negotiation + "-export.ndjson");
        if (!StreamedAnswer.start(NDJSON_TYPE, trail.entryAt(negotiation, through), request, response)) {
            return;
        }
        // Not closed on failure: a truncated answer must not look complete.
        OutputStream out = new BufferedOutputStream(response.getOutputStream());
        trail.forEachEvent(negotiation, through, event -> line(out, event));
        out.flush();
    }

    private void table(
            String negotiation,
            TemporalPoint when,
            boolean bom,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long through = trail.lastPosition(negotiation, when); // 404 before the response starts
        head(response, CSV_TYPE, negotiation + "-trail.csv");
        if (!StreamedAnswer.start(CSV_TYPE, trail.entryAt(negotiation, through), request, response)) {
            return;
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        trail.writeCsv(negotiation, when, bom, out);
        out.flush();
    }

    private static void head(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }

    private static void line(OutputStream out, PublishedEvent event) {
        try {
            out.write(TrailLine.of(event));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
