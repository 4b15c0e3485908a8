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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Ledger;
import org.parley.desk.api.Moment;
import org.parley.desk.api.Refused;
import org.parley.desk.api.Unreachable;
import org.parley.table.ImportFile;
import org.parley.table.ImportRow;
import org.parley.table.Related.KnownEntry;
import org.parley.table.Report;
import org.parley.table.RowReport;
import org.parley.telemetry.Correlation;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The files under way. They are kept for a while in memory: what is committed is in the ledger, whatever happens here. */
final class Imports implements AutoCloseable {
    private static final Duration KEPT = Duration.ofHours(2);
    private static final long KEPT_BYTES = 200_000_000;

    private final Ledger ledger;
    private final Archive archive;
    private final Cache<String, Import> imports = Caffeine.newBuilder()
            .expireAfterAccess(KEPT)
            .maximumWeight(KEPT_BYTES)
            .weigher((String id, Import file) -> file.weight())
            .build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    Imports(Ledger ledger, Archive archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    /**
     * Takes a file and tries it.
     *
     * @param text what was pasted; empty where a file was chosen
     */
    Import begin(String negotiation, String owner, ImportFile read, String text) {
        Import file = new Import(UUID.randomUUID().toString(), negotiation, owner, read, text);
        imports.put(file.id(), file);
        run(file, true);
        return file;
    }

    /** The file of this id, if it is still known and this person's. */
    Optional<Import> find(String id, String owner) {
        return Optional.ofNullable(imports.getIfPresent(id))
                .filter(file -> file.owner().equals(owner));
    }

    /**
     * Goes on: tries again what broke off while being tried, else commits; a second call while it runs changes nothing.
     *
     * @param wanted the lines to record although something like them is recorded; null for all such
     */
    void goOn(Import file, @Nullable Set<Long> wanted) {
        if (file.tryAgain()) {
            run(file, true);
        } else if (file.commit(wanted)) {
            run(file, false);
        }
    }

    private void run(Import file, boolean dryRun) {
        workers.execute(Correlation.carried(new DelegatingSecurityContextRunnable(() -> send(file, dryRun))));
    }

    private void send(Import file, boolean dryRun) {
        List<ImportRow> rows = file.toSend();
        Map<Long, ImportRow> byLine = new HashMap<>();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ImportRow row : rows) {
            byLine.put((long) byLine.size() + 1, row);
            lines.writeBytes(row.json());
            lines.write('\n');
        }
        boolean broken = false;
        String why = "";
        try {
            if (!rows.isEmpty()) {
                broken =
                        ledger.batch(lines.toByteArray(), dryRun, answers -> read(answers, byLine, file)) < rows.size();
            }
        } catch (Refused e) {
            broken = true;
            why = e.problem().words();
        } catch (Unreachable | UncheckedIOException | JacksonException e) {
            broken = true;
        }
        file.ended(broken, why, reports -> Report.of(file.rows(), reports, ids -> entries(file.negotiation(), ids)));
    }

    private static int read(InputStream answers, Map<Long, ImportRow> byLine, Import file) {
        Map<String, Long> lines = Report.lines(file.rows());
        int read = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode answer = Json.MAPPER.readTree(line);
                ImportRow row = byLine.get(answer.path("line").asLong());
                if (row != null) {
                    file.add(RowReport.of(row, answer, lines));
                    read++;
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How entries stand in the trail; without the archive the report says no numbers. */
    private Map<String, KnownEntry> entries(String negotiation, Collection<String> ids) {
        Map<String, KnownEntry> entries = new HashMap<>();
        try {
            archive.entries(negotiation, ids, Moment.NOW)
                    .forEach((id, entry) -> entries.put(id, new KnownEntry(entry.position(), entry.standing())));
        } catch (Refused | Unreachable e) {
            return Map.of();
        }
        return entries;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
