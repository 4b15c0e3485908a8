package org.parley.ledger.command;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/commands/batch}: one command a line, one result a line in the same order. The body is taken in whole
 * before the first line is recorded, so that a client may send everything before it reads; each result line is sent
 * once its command is recorded for good.
 */
@RestController
class BatchController {
    static final String NDJSON = "application/x-ndjson";

    private final BatchLine line;

    BatchController(BatchLine line) {
        this.line = line;
    }

    @PostMapping(path = "/api/commands/batch", consumes = NDJSON, params = "!dryRun")
    @Operation(
            summary = "Records many developments, one command a line",
            description = "One result a line in the same order; a line that is refused never stops the others.")
    void batch(InputStream body, HttpServletResponse response) throws IOException {
        batch(body, false, response);
    }

    /** Takes true or false and nothing else: who asks for a trial in other words must not find it recorded. */
    @PostMapping(path = "/api/commands/batch", consumes = NDJSON, params = "dryRun")
    void batch(InputStream body, @RequestParam boolean dryRun, HttpServletResponse response) throws IOException {
        Path spool = Files.createTempFile("parley-batch", ".ndjson");
        try {
            Files.copy(body, spool, StandardCopyOption.REPLACE_EXISTING);
            response.setContentType(NDJSON);
            try (Lines lines = new Lines(new BufferedInputStream(Files.newInputStream(spool)))) {
                answer(lines, dryRun, response.getOutputStream());
            }
        } finally {
            Files.delete(spool);
        }
    }

    private void answer(Lines lines, boolean dryRun, OutputStream answers) throws IOException {
        Trial trial = dryRun ? new Trial() : null;
        while (lines.next()) {
            if (!lines.isBlank()) {
                answers.write(line.answer(lines.number(), lines.bytes(), lines.isTooLong(), trial));
                answers.write('\n');
                answers.flush();
            }
        }
    }
}
