package org.parley.cli.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.cli.server.CommandFailedException;
import org.parley.cli.server.ServerClient;
import org.parley.contract.Json;
import org.parley.table.ImportRow;
import org.parley.table.cell.Vocabulary;
import org.parley.table.report.ImportReport;
import org.parley.table.report.RowRelation.KnownEntry;
import org.parley.table.report.RowReport;
import tools.jackson.databind.JsonNode;

/** Sends the rows of a file to the ledger and reports the result of each. */
public final class RowSender {
    private static final String BATCH = "/api/commands/batch";
    private static final int IDS_AT_ONCE = 100;

    private final ServerClient server;
    private final String path;

    public RowSender(ServerClient server, String negotiation) {
        this.server = server;
        this.path = "/api/negotiations/" + negotiation;
    }

    /**
     * The names of the negotiation's parties; empty if the negotiation does not exist, because the file may open it.
     */
    public Vocabulary vocabulary() {
        Vocabulary vocabulary = new Vocabulary();
        try {
            Json.MAPPER
                    .readTree(server.get(path))
                    .path("parties")
                    .forEach(party -> vocabulary.party(
                            party.path("party").asString(), party.path("name").asString()));
        } catch (CommandFailedException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
        return vocabulary;
    }

    /** Sends all valid rows as a dry run. */
    public List<RowReport> tried(List<ImportRow> rows) {
        List<RowReport> reports = new ArrayList<>();
        List<ImportRow> valid = new ArrayList<>();
        for (ImportRow row : rows) {
            if (row.faults().isEmpty()) {
                valid.add(row);
            } else {
                reports.add(RowReport.notSent(row));
            }
        }
        reports.addAll(send(valid, BATCH + "?dryRun=true"));
        return ImportReport.of(rows, reports, this::entries);
    }

    /**
     * Records rows.
     *
     * @param tried the reports of the dry run
     * @param wanted returns the row to send; null leaves it out
     */
    public List<RowReport> recorded(
            List<ImportRow> rows, List<RowReport> tried, BiFunction<ImportRow, RowReport, @Nullable ImportRow> wanted) {
        Map<Long, RowReport> reports = tried.stream().collect(Collectors.toMap(RowReport::line, report -> report));
        List<ImportRow> chosen = new ArrayList<>();
        for (ImportRow row : rows) {
            RowReport report = reports.get(row.line());
            ImportRow toSend = report == null ? null : wanted.apply(row, report);
            if (toSend != null) {
                chosen.add(toSend);
            }
        }
        for (RowReport done : send(chosen, BATCH)) {
            RowReport before = reports.get(done.line());
            reports.put(done.line(), before == null ? done : done.withSentence(before.sentence()));
        }
        return ImportReport.of(rows, List.copyOf(reports.values()), this::entries);
    }

    private List<RowReport> send(List<ImportRow> rows, String to) {
        if (rows.isEmpty()) {
            return List.of();
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ImportRow row : rows) {
            lines.writeBytes(row.json());
            lines.write('\n');
        }
        Map<String, Long> byId = ImportReport.lines(rows);
        List<RowReport> reports = new ArrayList<>();
        new String(server.post(to, lines.toByteArray()), StandardCharsets.UTF_8)
                .lines()
                .map(Json.MAPPER::readTree)
                .filter(RowReport::isJudged)
                .forEach(answer ->
                        reports.add(RowReport.of(rows.get(answer.path("line").asInt() - 1), answer, byId)));
        if (reports.size() < rows.size()) {
            throw new CommandFailedException("the server stopped after " + reports.size() + " of " + rows.size()
                    + " rows; import the file again, nothing is recorded twice");
        }
        return reports;
    }

    private Map<String, KnownEntry> entries(Collection<String> ids) {
        Map<String, KnownEntry> entries = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += IDS_AT_ONCE) {
            List<String> some = all.subList(i, Math.min(all.size(), i + IDS_AT_ONCE));
            JsonNode page = Json.MAPPER.readTree(
                    server.get(path + "/trail?limit=" + IDS_AT_ONCE + "&id=" + String.join("&id=", some)));
            page.path("entries")
                    .forEach(entry -> entries.put(
                            entry.path("developmentId").asString(),
                            new KnownEntry(
                                    entry.path("position").asLong(),
                                    entry.path("standing").asString(""))));
        }
        return entries;
    }
}
