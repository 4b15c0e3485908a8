package org.parley.table.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.table.ImportRow;
import org.parley.table.message.CellFault;
import org.parley.table.message.CellNote;
import org.parley.table.message.ImportMessage;
import org.parley.table.report.RowRelation.KnownEntry;
import org.parley.table.report.RowRelation.Relation;
import tools.jackson.databind.JsonNode;

/**
 * The result of a row, of a dry run or of its recording.
 *
 * @param line the first line of the row in the file
 * @param command the name of its command; empty when unknown
 * @param developmentId the id of its entry; null while it is not recorded
 * @param sentence the summary of its event in English; empty for a refused row
 * @param faults why it is refused, without duplicates
 * @param notes the cells whose interpretation differs from their text
 * @param related the related entries and rows
 */
public record RowReport(
        long line,
        String command,
        RowVerdict verdict,
        @Nullable String developmentId,
        String sentence,
        List<CellFault> faults,
        List<CellNote> notes,
        List<RowRelation> related) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int FAILURES = 500;

    /** Whether the ledger decided on a row; after a server error or an expired sign-in the row is sent again. */
    public static boolean isJudged(JsonNode answer) {
        int status = answer.path("status").asInt();
        return status != UNAUTHORIZED && status < FAILURES;
    }

    /** The report of a row that is not sent. */
    public static RowReport notSent(ImportRow row) {
        return new RowReport(
                row.line(), row.name(), RowVerdict.REFUSED, null, "", row.faults(), row.notes(), List.of());
    }

    /**
     * The report of a row that was sent to the ledger.
     *
     * @param answer the row's result within the response to its batch
     * @param lines the lines of the file's rows by the ids under which they would be recorded
     */
    public static RowReport of(ImportRow row, JsonNode answer, Map<String, Long> lines) {
        int status = answer.path("status").asInt();
        JsonNode problem = answer.path("problem");
        String clash = problem.path("conflictsWith").asString("");
        boolean isTaken = clash.equalsIgnoreCase(row.developmentId()) && !clash.isEmpty();
        if (status == CREATED) {
            return row(row, RowVerdict.RECORDED, text(answer, "/developmentId"), "", List.of());
        } else if (status == OK && answer.has("event")) {
            return ready(row, answer, lines);
        } else if (status == OK || isTaken && row.hasContentId()) {
            String id = isTaken ? clash : text(answer, "/developmentId");
            long position = answer.path("position").asLong(0);
            return answer.has("repeats") && position == 0
                    ? row(row, RowVerdict.SAME_ROW, null, "", List.of(sameRow(row, lines)))
                    : row(
                            row,
                            RowVerdict.ALREADY_RECORDED,
                            id,
                            "",
                            List.of(new RowRelation(Relation.ALREADY, id, position, "")));
        }
        return refused(row, problem, clash);
    }

    private static RowReport ready(ImportRow row, JsonNode answer, Map<String, Long> lines) {
        List<RowRelation> related = new ArrayList<>();
        Long same = row.sameAs();
        if (same != null) {
            related.add(new RowRelation(Relation.SAME_ROW, null, same, ""));
        }
        boolean isSimilar = false;
        for (JsonNode warning : answer.path("warnings")) {
            String otherId = warning.path("developmentId").asString("");
            String detail = warning.path("detail").asString("");
            long line = lines.getOrDefault(otherId, 0L);
            boolean similar = warning.path("code").asString("").equals("SIMILAR");
            if (similar && line == 0) {
                isSimilar = true;
                related.add(new RowRelation(Relation.SIMILAR, otherId, 0, detail));
            } else if (similar && (same == null || line != same)) {
                related.add(new RowRelation(Relation.SIMILAR_ROW, null, line, detail));
            } else if (!similar && (line == 0 || line == row.line())) {
                related.add(new RowRelation(Relation.OTHER, line == 0 ? otherId : null, 0, detail));
            }
        }
        RowVerdict verdict = same != null ? RowVerdict.SAME_ROW : isSimilar ? RowVerdict.SIMILAR : RowVerdict.READY;
        return row(row, verdict, null, text(answer, "/event/summary") + embargo(answer.path("event")), related);
    }

    /** The embargo as a suffix of the summary, because every view marks what is under embargo. */
    private static String embargo(JsonNode event) {
        String until = event.path("heldUntil").asString("");
        return !event.path("held").asBoolean(false)
                ? ""
                : " (under embargo" + (until.isEmpty() ? "" : " until " + until) + ")";
    }

    private static RowRelation sameRow(ImportRow row, Map<String, Long> lines) {
        Long line = Objects.requireNonNullElse(row.sameAs(), lines.getOrDefault(row.developmentId(), 0L));
        return new RowRelation(Relation.SAME_ROW, null, line, "");
    }

    private static RowReport refused(ImportRow row, JsonNode problem, String clash) {
        List<CellFault> faults = problem.path("errors")
                .valueStream()
                .map(fault -> new CellFault(
                        row.column(fault.path("pointer").asString("")),
                        ImportMessage.ofLedger(fault.path("detail").asString(""))))
                .distinct()
                .toList();
        List<CellFault> all = faults.isEmpty()
                ? List.of(new CellFault(
                        null, ImportMessage.ofLedger(problem.path("detail").asString(""))))
                : faults;
        List<RowRelation> related =
                clash.isEmpty() ? List.of() : List.of(new RowRelation(Relation.CLASH, clash, 0, ""));
        return new RowReport(row.line(), row.name(), RowVerdict.REFUSED, null, "", all, row.notes(), related);
    }

    private static RowReport row(
            ImportRow row, RowVerdict verdict, @Nullable String id, String sentence, List<RowRelation> related) {
        return new RowReport(row.line(), row.name(), verdict, id, sentence, List.of(), row.notes(), related);
    }

    private static String text(JsonNode answer, String pointer) {
        return answer.at(pointer).asString("");
    }

    /** A copy with the positions and standings of related entries, which are given by id. */
    RowReport withEntries(Map<String, KnownEntry> entries) {
        return with(related.stream()
                .map(relation -> {
                    KnownEntry entry = relation.developmentId() == null ? null : entries.get(relation.developmentId());
                    return entry == null ? relation : relation.withEntry(entry);
                })
                .toList());
    }

    /** A copy with another summary. */
    public RowReport withSentence(String summary) {
        return new RowReport(line, command, verdict, developmentId, summary, faults, notes, related);
    }

    /** Whether the report has more than a plain READY or RECORDED. */
    public boolean hasRemarks() {
        return verdict != RowVerdict.READY && verdict != RowVerdict.RECORDED || !notes.isEmpty() || !related.isEmpty();
    }

    /** Whether the row itself has faults, independent of earlier rows. */
    boolean hasOwnFaults() {
        return faults.stream()
                .anyMatch(fault -> fault.column() != null || !fault.message().isOfLedger());
    }

    RowReport afterRefused(long refusedLine) {
        List<RowRelation> more = new ArrayList<>(related);
        more.add(new RowRelation(Relation.AFTER_REFUSED, null, refusedLine, ""));
        return with(more);
    }

    private RowReport with(List<RowRelation> relations) {
        return new RowReport(line, command, verdict, developmentId, sentence, faults, notes, List.copyOf(relations));
    }
}
