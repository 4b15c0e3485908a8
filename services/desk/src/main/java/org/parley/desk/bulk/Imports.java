package org.parley.desk.bulk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.parley.contract.Json;
import org.parley.desk.api.Ledger;
import org.parley.desk.api.Refused;
import org.parley.desk.api.Unreachable;
import org.parley.desk.bulk.Import.Outcome;
import org.parley.desk.bulk.Table.Row;
import org.parley.telemetry.Correlation;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import tools.jackson.databind.JsonNode;

/** The files under way. They are kept for a while in memory: what is committed is in the ledger, whatever happens here. */
final class Imports implements AutoCloseable {
    private static final Duration KEPT = Duration.ofHours(2);

    /** So many bytes of files, which as rows take a multiple of it. */
    private static final long KEPT_BYTES = 64 << 20;

    private final Ledger ledger;
    private final Cache<String, Import> imports = Caffeine.newBuilder()
            .expireAfterAccess(KEPT)
            .maximumWeight(KEPT_BYTES)
            .weigher((String id, Import file) -> file.bytes())
            .build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    Imports(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Takes a file and tries it.
     *
     * @param bytes how large it is
     */
    Import begin(String negotiation, String owner, List<Row> rows, int bytes) {
        Import file = new Import(UUID.randomUUID().toString(), negotiation, owner, rows, bytes);
        rows.stream()
                .filter(row -> !row.fault().isEmpty())
                .forEach(row -> file.add(new Outcome(row.line(), "", 0, row.fault(), null)));
        imports.put(file.id(), file);
        run(file, true);
        return file;
    }

    /** The file of this id, if it is still known and this person's. */
    Optional<Import> find(String id, String owner) {
        return Optional.ofNullable(imports.getIfPresent(id))
                .filter(file -> file.owner().equals(owner));
    }

    /** Goes on: tries again what broke off while being tried, else commits; a second call while it runs changes nothing. */
    void goOn(Import file) {
        if (file.tryAgain()) {
            run(file, true);
        } else if (file.commit()) {
            run(file, false);
        }
    }

    private void run(Import file, boolean dryRun) {
        workers.execute(Correlation.carried(new DelegatingSecurityContextRunnable(() -> send(file, dryRun))));
    }

    private void send(Import file, boolean dryRun) {
        List<Row> rows = file.toSend();
        Map<Long, Row> byLine = new HashMap<>();
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            byLine.put((long) byLine.size() + 1, row);
            lines.append(Json.MAPPER.writeValueAsString(row.command())).append('\n');
        }
        boolean broken = false;
        try {
            if (!rows.isEmpty()) {
                broken = ledger.batch(
                                lines.toString().getBytes(StandardCharsets.UTF_8),
                                dryRun,
                                answers -> read(answers, byLine, file))
                        < rows.size();
            }
        } catch (Unreachable | Refused | UncheckedIOException e) {
            broken = true;
        }
        file.ended(broken);
    }

    private static int read(InputStream answers, Map<Long, Row> byLine, Import file) {
        int read = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode answer = Json.MAPPER.readTree(line);
                Row row = byLine.get(answer.path("line").asLong());
                if (row != null) {
                    file.add(outcome(row, answer));
                    read++;
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome outcome(Row row, JsonNode answer) {
        int status = answer.path("status").asInt();
        String id = answer.path("developmentId")
                .asString(answer.at("/event/developmentId").asString(""));
        return new Outcome(
                row.line(),
                Import.commandOf(row.command()),
                status,
                status == 200 || status == 201
                        ? answer.at("/event/summary").asString("")
                        : words(answer.path("problem")),
                id.isEmpty() ? null : id);
    }

    private static String words(JsonNode problem) {
        List<String> faults = problem.path("errors")
                .valueStream()
                .map(fault -> fault.path("pointer").asString() + " "
                        + fault.path("detail").asString())
                .toList();
        return faults.isEmpty() ? problem.path("detail").asString("") : String.join("; ", faults);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
