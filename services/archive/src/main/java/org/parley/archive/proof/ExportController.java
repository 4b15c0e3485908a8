package org.parley.archive.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Asked;
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.archive.trail.TrailExport;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.TrailLine;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A whole trail as a file. */
@RestController
@Tag(name = "Proofs", description = "What lets anyone check that a trail was never altered")
final class ExportController {
    private static final String NDJSON = "ndjson";
    private static final String CSV = "csv";

    private final TrailExport trail;
    private final TrailTrees trees;
    private final Clock clock;

    ExportController(TrailExport trail, TrailTrees trees, Clock clock) {
        this.trail = trail;
        this.trees = trees;
        this.clock = clock;
    }

    @Answers(
            as = {"application/x-ndjson", "text/csv"},
            description = "The trail")
    @Operation(
            operationId = "export",
            summary = "The verifiable export of a trail",
            description =
                    "ndjson: one line per position, in order, each the event as a CloudEvent in structured form, as"
                            + " canonical JSON (RFC 8785). The bytes of line n are leaf n of the tree that the checkpoints are about."
                            + " csv: the trail as a table, with what the newsroom holds of each entry. With knownAt only what"
                            + " was recorded by then, which of ndjson is the export as it was then: its first lines. asOf is"
                            + " for csv alone: what is left out by what happened when cannot be verified.")
    @GetMapping("/api/negotiations/{negotiation}/export")
    void export(
            @PathVariable String negotiation,
            @Parameter(description = "ndjson, which it is when left out, or csv") @RequestParam(defaultValue = NDJSON)
                    String format,
            @ParameterObject Asked instants,
            HttpServletResponse response)
            throws IOException {
        When when = instants.when(clock);
        switch (format) {
            case NDJSON -> lines(negotiation, when, response);
            case CSV -> table(negotiation, when, response);
            default -> throw Problem.badQuestion("/format", "must be ndjson or csv");
        }
    }

    private void lines(String negotiation, When when, HttpServletResponse response) throws IOException {
        if (when.givenAsOf() != null) {
            throw Problem.badQuestion(
                    "/asOf",
                    "has no meaning for the verifiable export, which is the trail from its beginning: ask with knownAt for"
                            + " what was recorded by an instant, or with format=csv for what had happened by one");
        }
        long size = trees.size(negotiation);
        long through = when.givenKnownAt() == null ? size : Math.min(size, trail.through(negotiation, when));
        head(response, "application/x-ndjson", negotiation + "-export.ndjson");
        // Never closed: what breaks off in the middle must not look like the end.
        OutputStream out = new BufferedOutputStream(response.getOutputStream());
        trail.events(negotiation, through, event -> line(out, event));
        out.flush();
    }

    private void table(String negotiation, When when, HttpServletResponse response) throws IOException {
        trail.through(negotiation); // of a negotiation that there is
        head(response, "text/csv", negotiation + "-trail.csv");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        trail.table(negotiation, when, out);
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
