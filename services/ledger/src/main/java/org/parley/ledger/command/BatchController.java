package org.parley.ledger.command;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.language.RequestLanguage;
import org.parley.access.session.AuthenticationMonitor;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.ledger.command.BatchGroup.BatchLine;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/commands/batch}: one command per line, one result per line in the same order. The body is stored
 * completely before the first line is recorded, so that a client may send everything before it reads. Each result line
 * is sent after its command is committed.
 */
@RestController
@Tag(name = "Commands")
class BatchController {
    static final String NDJSON = "application/x-ndjson";

    private final BatchLineHandler line;
    private final GroupLineHandler group;
    private final BatchSpool spool;
    private final AuthenticationMonitor admissions;

    BatchController(BatchLineHandler line, GroupLineHandler group, BatchSpool spool, AuthenticationMonitor admissions) {
        this.line = line;
        this.group = group;
        this.spool = spool;
        this.admissions = admissions;
    }

    @PostMapping(path = "/api/commands/batch", consumes = NDJSON, produces = NDJSON)
    @Operation(
            operationId = "commands",
            summary = "Records many developments, one command per line",
            description = "One result per line in the same order. A refused line never stops the others. With"
                    + " ?together=true the lines are a group of one matter: all are recorded or none, and a line that is"
                    + " stopped by others names their numbers in 'stoppedBy'. A group has at most 200 lines and 1 MiB.")
    @DocumentedResponse(mediaTypes = NDJSON, description = "The results, each a BatchResult as one line of JSON")
    void batch(
            @Parameter(hidden = true) InputStream body,
            @Parameter(description = BooleanParameter.DRY_RUN, schema = @Schema(type = "boolean"))
                    @RequestParam(required = false)
                    @Nullable String dryRun,
            @Parameter(
                            description = "true: commands of one matter, judged as one insertion and recorded all or"
                                    + " none, in positions that follow one another",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(required = false)
                    @Nullable String together,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (request.getHeader(HttpHeaders.IF_MATCH) != null) {
            throw new CommandRefusedException(Invalid.at(
                    "",
                    "If-Match applies to the version of one matter; send its command alone, to /api/commands",
                    "If-Match se refiere a la versión de un solo asunto; envíe su orden sola, a /api/commands"));
        }
        boolean tried = BooleanParameter.isTrue("dryRun", dryRun);
        boolean isGroup = BooleanParameter.isTrue("together", together);
        BooleanSupplier admitted = admissions.currentValidity();
        try (BatchSpool.Spooled spooled =
                        spool.take(body, ParleyPrincipal.current().owner(), request.getContentLengthLong());
                BatchLines lines = new BatchLines(spooled.open())) {
            if (isGroup) {
                List<BatchLine> read = group.read(lines);
                begin(request, response);
                if (tried) {
                    group.dryRun(read, response.getOutputStream());
                } else {
                    group.record(read, response.getOutputStream());
                }
                return;
            }
            begin(request, response);
            answer(lines, tried, admitted, response.getOutputStream());
        }
    }

    /** Sets the headers before the first result is sent: a later one, which may be a refusal, no longer can. */
    private static void begin(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(NDJSON);
        RequestLanguage.declare(RequestLanguage.of(request), response);
    }

    private void answer(BatchLines lines, boolean dryRun, BooleanSupplier admitted, OutputStream answers)
            throws IOException {
        if (!dryRun) {
            line.record(lines, admitted, answers);
            return;
        }
        DryRunSession session = new DryRunSession();
        while (lines.next()) {
            if (!lines.isBlank()) {
                // Checked before each line, since a batch may run for minutes.
                answers.write(
                        admitted.getAsBoolean()
                                ? line.dryRun(lines.number(), lines.bytes(), lines.isTooLong(), session)
                                : BatchLineHandler.accessRevoked(lines.number()));
                answers.write('\n');
                answers.flush();
            }
        }
    }
}
