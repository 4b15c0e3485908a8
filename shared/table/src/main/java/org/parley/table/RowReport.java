package org.parley.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.table.Related.KnownEntry;
import org.parley.table.Related.Relation;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of a row, or would.
 *
 * @param line its first line in the file
 * @param command the name of its command; empty where that is not known
 * @param developmentId the entry that it is recorded as; null while it is not
 * @param sentence what it becomes, in English; empty where it is refused
 * @param faults why it is refused, each said once
 * @param notes cells that are understood otherwise than they are written
 * @param related what else it has to do with
 */
public record RowReport(
        long line,
        String command,
        Verdict verdict,
        @Nullable String developmentId,
        String sentence,
        List<CellFault> faults,
        List<CellNote> notes,
        List<Related> related) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int FAILURES = 500;

    /** Whether the ledger judged a row at all: where it could not, or lets nobody in any more, it is sent again. */
    public static boolean isJudged(JsonNode answer) {
        int status = answer.path("status").asInt();
        return status != UNAUTHORIZED && status < FAILURES;
    }

    /** Of a row that is not sent. */
    public static RowReport notSent(ImportRow row) {
        return new RowReport(row.line(), row.name(), Verdict.REFUSED, null, "", row.faults(), row.notes(), List.of());
    }

    /**
     * Of a row that the ledger has answered.
     *
     * @param answer its line of a batch's results
     * @param lines the lines of the file's rows by the ids they would have
     */
    public static RowReport of(ImportRow row, JsonNode answer, Map<String, Long> lines) {
        int status = answer.path("status").asInt();
        JsonNode problem = answer.path("problem");
        String clash = problem.path("conflictsWith").asString("");
        boolean isTaken = clash.equalsIgnoreCase(row.developmentId()) && !clash.isEmpty();
        if (status == CREATED) {
            return row(row, Verdict.RECORDED, text(answer, "/developmentId"), "", List.of());
        } else if (status == OK && answer.has("event")) {
            return ready(row, answer, lines);
        } else if (status == OK || isTaken && row.isNamedByContent()) {
            String id = isTaken ? clash : text(answer, "/developmentId");
            long position = answer.path("position").asLong(0);
            return answer.has("repeats") && position == 0
                    ? row(row, Verdict.SAME_ROW, null, "", List.of(sameRow(row, lines)))
                    : row(
                            row,
                            Verdict.ALREADY_RECORDED,
                            id,
                            "",
                            List.of(new Related(Relation.ALREADY, id, position, "")));
        }
        return refused(row, problem, clash);
    }

    private static RowReport ready(ImportRow row, JsonNode answer, Map<String, Long> lines) {
        List<Related> related = new ArrayList<>();
        Long same = row.sameAs();
        if (same != null) {
            related.add(new Related(Relation.SAME_ROW, null, same, ""));
        }
        boolean isSimilar = false;
        for (JsonNode warning : answer.path("warnings")) {
            String other = warning.path("developmentId").asString("");
            String detail = warning.path("detail").asString("");
            long line = lines.getOrDefault(other, 0L);
            boolean similar = warning.path("code").asString("").equals("SIMILAR");
            if (similar && line == 0) {
                isSimilar = true;
                related.add(new Related(Relation.SIMILAR, other, 0, detail));
            } else if (similar && (same == null || line != same)) {
                related.add(new Related(Relation.SIMILAR_ROW, null, line, detail));
            } else if (!similar && (line == 0 || line == row.line())) {
                related.add(new Related(Relation.OTHER, line == 0 ? other : null, 0, detail));
            }
        }
        Verdict verdict = same != null ? Verdict.SAME_ROW : isSimilar ? Verdict.SIMILAR : Verdict.READY;
        return row(row, verdict, null, text(answer, "/event/summary") + embargo(answer.path("event")), related);
    }

    /** Said behind the sentence: what is under embargo is marked wherever it is shown. */
    private static String embargo(JsonNode event) {
        String until = event.path("heldUntil").asString("");
        return !event.path("held").asBoolean(false)
                ? ""
                : " (under embargo" + (until.isEmpty() ? "" : " until " + until) + ")";
    }

    private static Related sameRow(ImportRow row, Map<String, Long> lines) {
        Long line = Objects.requireNonNullElse(row.sameAs(), lines.getOrDefault(row.developmentId(), 0L));
        return new Related(Relation.SAME_ROW, null, line, "");
    }

    private static RowReport refused(ImportRow row, JsonNode problem, String clash) {
        List<CellFault> faults = problem.path("errors")
                .valueStream()
                .map(fault -> new CellFault(
                        row.column(fault.path("pointer").asString("")),
                        Message.said(fault.path("detail").asString(""))))
                .distinct()
                .toList();
        List<CellFault> all = faults.isEmpty()
                ? List.of(
                        new CellFault(null, Message.said(problem.path("detail").asString(""))))
                : faults;
        List<Related> related = clash.isEmpty() ? List.of() : List.of(new Related(Relation.CLASH, clash, 0, ""));
        return new RowReport(row.line(), row.name(), Verdict.REFUSED, null, "", all, row.notes(), related);
    }

    private static RowReport row(
            ImportRow row, Verdict verdict, @Nullable String id, String sentence, List<Related> related) {
        return new RowReport(row.line(), row.name(), verdict, id, sentence, List.of(), row.notes(), related);
    }

    private static String text(JsonNode answer, String pointer) {
        return answer.at(pointer).asString("");
    }

    /** The same with what is known of the entries it has to do with, by their ids. */
    RowReport at(Map<String, KnownEntry> entries) {
        return with(related.stream()
                .map(one -> {
                    KnownEntry entry = one.developmentId() == null ? null : entries.get(one.developmentId());
                    return entry == null ? one : one.at(entry);
                })
                .toList());
    }

    /** The same with the sentence that it was said to become. */
    public RowReport saying(String what) {
        return new RowReport(line, command, verdict, developmentId, what, faults, notes, related);
    }

    /** Whether there is more to say than that it can be recorded. */
    public boolean hasRemarks() {
        return verdict != Verdict.READY && verdict != Verdict.RECORDED || !notes.isEmpty() || !related.isEmpty();
    }

    /** Whether something is wrong in its cells, whatever the rows before it say. */
    boolean hasFaultsOfItsOwn() {
        return faults.stream()
                .anyMatch(fault -> fault.column() != null || !fault.message().isEnglish());
    }

    RowReport after(long refusedLine) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(Relation.AFTER_REFUSED, null, refusedLine, ""));
        return with(more);
    }

    private RowReport with(List<Related> other) {
        return new RowReport(line, command, verdict, developmentId, sentence, faults, notes, List.copyOf(other));
    }
}
