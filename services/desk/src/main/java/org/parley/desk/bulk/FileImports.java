package org.parley.desk.bulk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.parley.table.ImportFile;
import org.parley.table.ImportRow;
import org.parley.table.report.ImportReport;
import org.parley.table.report.RowRelation.KnownEntry;
import org.parley.table.report.RowReport;
import org.parley.telemetry.CorrelationId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The current imports, in memory for a limited time. What is committed is in the ledger and does not depend on them.
 */
final class FileImports implements AutoCloseable {
    private static final Duration EXPIRE_AFTER = Duration.ofHours(2);
    private static final long WEIGHT_MAX_BYTES = 200_000_000;

    private final LedgerClient ledger;
    private final ArchiveClient archive;
    private final Cache<String, FileImport> imports = Caffeine.newBuilder()
            .expireAfterAccess(EXPIRE_AFTER)
            .maximumWeight(WEIGHT_MAX_BYTES)
            .weigher((String id, FileImport file) -> file.weight())
            .build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    FileImports(LedgerClient ledger, ArchiveClient archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    /**
     * Starts the dry run of a file.
     *
     * @param text the pasted text; empty for an uploaded file
     */
    FileImport begin(String negotiation, String owner, ImportFile read, String text) {
        FileImport file = new FileImport(UUID.randomUUID().toString(), negotiation, owner, read, text);
        imports.put(file.id(), file);
        run(file, true);
        return file;
    }

    /** The import with this id; empty if it has expired or belongs to another user. */
    Optional<FileImport> find(String id, String owner) {
        return Optional.ofNullable(imports.getIfPresent(id))
                .filter(file -> file.owner().equals(owner));
    }

    /**
     * Restarts an interrupted dry run, otherwise starts or resumes the commit. Does nothing while the import is
     * running.
     *
     * @param wanted the lines to record although they repeat or resemble recorded entries; null for all
     */
    void resume(FileImport file, @Nullable Set<Long> wanted) {
        if (file.retryTrial()) {
            run(file, true);
        } else if (file.commit(wanted)) {
            run(file, false);
        }
    }

    private void run(FileImport file, boolean dryRun) {
        // The context itself belongs to the request, which ends before the work.
        Locale page = LocaleContextHolder.getLocale();
        workers.execute(CorrelationId.withCurrentId(new DelegatingSecurityContextRunnable(() -> {
            LocaleContextHolder.setLocale(page);
            send(file, dryRun);
        })));
    }

    private void send(FileImport file, boolean dryRun) {
        List<ImportRow> rows = file.toSend();
        Map<Long, ImportRow> byLine = new HashMap<>();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ImportRow row : rows) {
            byLine.put((long) byLine.size() + 1, row);
            lines.writeBytes(row.json());
            lines.write('\n');
        }
        Answers answers = new Answers(byLine, file);
        String failureDetail = "";
        try {
            if (!rows.isEmpty()) {
                ledger.batch(lines.toByteArray(), dryRun, answers::read);
            }
        } catch (ServiceRefusedException e) {
            failureDetail = e.problem().message();
        } catch (ServiceUnavailableException | UncheckedIOException | JacksonException e) {
            // Rows without a result are sent again when the editor resumes.
        }
        boolean broken = answers.resultCount < rows.size();
        file.finishPhase(
                broken,
                failureDetail.isEmpty() ? answers.failureDetail : failureDetail,
                reports -> ImportReport.of(file.rows(), reports, ids -> entries(file.negotiation(), ids)));
    }

    /** Reads the results of the rows as a stream. */
    private static final class Answers {
        private final Map<Long, ImportRow> rows;
        private final FileImport file;
        private final Map<String, Long> lines;
        private int resultCount;
        private String failureDetail = "";

        Answers(Map<Long, ImportRow> rows, FileImport file) {
            this.rows = rows;
            this.file = file;
            this.lines = ImportReport.lines(file.rows());
        }

        int read(InputStream answers) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    take(Json.MAPPER.readTree(line));
                }
                return resultCount;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(JsonNode answer) {
            ImportRow row = rows.get(answer.path("line").asLong());
            if (row != null && RowReport.isJudged(answer)) {
                file.add(RowReport.of(row, answer, lines));
                resultCount++;
            } else {
                failureDetail = answer.at("/problem/detail").asString("");
            }
        }
    }

    /**
     * The standing of entries in the trail; empty while the archive is unavailable, so that the report has no
     * positions.
     */
    private Map<String, KnownEntry> entries(String negotiation, Collection<String> ids) {
        Map<String, KnownEntry> entries = new HashMap<>();
        try {
            archive.entries(negotiation, ids, BitemporalPoint.NOW)
                    .forEach((id, entry) -> entries.put(id, new KnownEntry(entry.position(), entry.standing())));
        } catch (ServiceRefusedException | ServiceUnavailableException e) {
            return Map.of();
        }
        return entries;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
