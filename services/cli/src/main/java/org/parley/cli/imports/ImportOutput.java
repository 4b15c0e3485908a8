package org.parley.cli.imports;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.parley.contract.Json;
import org.parley.table.ImportFile;
import org.parley.table.message.CellFault;
import org.parley.table.message.CellNote;
import org.parley.table.message.ImportMessage;
import org.parley.table.report.RowRelation;
import org.parley.table.report.RowReport;
import org.parley.table.report.RowVerdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The output of an import: a report of each row and a summary.
 *
 * @param dryRun whether nothing was recorded
 */
public record ImportOutput(ImportFile file, List<RowReport> reports, boolean dryRun) {
    private static final Map<RowVerdict, String> LABELS = Map.of(
            RowVerdict.READY, "can be recorded",
            RowVerdict.SAME_ROW, "twice in the file",
            RowVerdict.ALREADY_RECORDED, "already recorded",
            RowVerdict.SIMILAR, "similar to an entry",
            RowVerdict.RECORDED, "recorded",
            RowVerdict.REFUSED, "refused");

    public static ImportOutput of(ImportFile file, List<RowReport> reports, boolean dryRun) {
        return new ImportOutput(file, reports, dryRun);
    }

    public void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            print(out);
        }
    }

    private void print(PrintWriter out) {
        file.notes().forEach(out::println);
        file.refusals().forEach(out::println);
        for (RowReport row : reports) {
            out.printf("line %d: %s%s%n", row.line(), LABELS.get(row.verdict()), sentenceSuffix(row.sentence()));
            row.faults().forEach(fault -> out.println("    " + fault.text(Locale.ENGLISH)));
            row.related().forEach(related -> out.println("    " + related.message()));
            row.notes()
                    .forEach(note ->
                            out.printf("    %s: “%s” is understood as %s%n", note.column(), note.cell(), note.as()));
        }
        out.println(summary());
    }

    private static String sentenceSuffix(String sentence) {
        return sentence.isEmpty() ? "" : ": " + sentence;
    }

    private Map<RowVerdict, Integer> counts() {
        Map<RowVerdict, Integer> counts = new EnumMap<>(RowVerdict.class);
        reports.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        return counts;
    }

    private String summary() {
        if (!file.refusals().isEmpty()) {
            return "Nothing is recorded.";
        }
        StringJoiner parts = new StringJoiner(", ", reports.size() + " rows: ", "");
        counts().forEach((verdict, count) -> parts.add(count + " " + LABELS.get(verdict)));
        return parts + (dryRun ? ". Nothing is recorded: it was a dry run." : ".");
    }

    private ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("dryRun", dryRun);
        ArrayNode notes = json.putArray("notes");
        file.notes().forEach(note -> notes.add(note.toString()));
        ArrayNode refusals = json.putArray("refusals");
        file.refusals().forEach(refusal -> refusals.add(refusal.toString()));
        ObjectNode counts = json.putObject("counts");
        counts().forEach((verdict, count) -> counts.put(verdict.name(), count));
        ArrayNode rows = json.putArray("rows");
        reports.forEach(row -> rows.add(json(row)));
        return json;
    }

    private static ObjectNode json(RowReport row) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("line", row.line())
                .put("command", row.command())
                .put("verdict", row.verdict().name())
                .put("developmentId", row.developmentId())
                .put("sentence", row.sentence());
        ArrayNode faults = json.putArray("faults");
        for (CellFault fault : row.faults()) {
            faults.addObject().put("column", fault.column()).put("detail", detail(fault.message()));
        }
        ArrayNode notes = json.putArray("understood");
        for (CellNote note : row.notes()) {
            notes.addObject()
                    .put("column", note.column())
                    .put("cell", note.cell())
                    .put("as", note.as());
        }
        ArrayNode related = json.putArray("related");
        for (RowRelation one : row.related()) {
            related.addObject().put("developmentId", one.developmentId()).put("detail", detail(one.message()));
        }
        return json;
    }

    private static String detail(ImportMessage message) {
        return message.text(Locale.ENGLISH);
    }
}
