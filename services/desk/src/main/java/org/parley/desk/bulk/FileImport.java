package org.parley.desk.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.table.ImportFile;
import org.parley.table.ImportRow;
import org.parley.table.message.ImportMessage;
import org.parley.table.report.RowReport;
import org.parley.table.report.RowVerdict;

/** An import of a file: a dry run of all rows, then the commit row by row. Thread-safe. */
final class FileImport {
    /** The phase of the import. */
    enum Phase {
        TRYING,
        TRIED,
        COMMITTING,
        DONE
    }

    private static final int LISTED_MAX = 1000;

    private final String id;
    private final String negotiation;
    private final String owner;
    private final ImportFile file;
    private final String text;
    private final Map<Long, RowReport> tried = new HashMap<>();
    private final Map<Long, RowReport> committed = new HashMap<>();
    private List<ImportRow> chosen = List.of();
    private Phase phase = Phase.TRYING;
    private boolean broken;
    private String failureDetail = "";

    /**
     * An import that starts with its dry run.
     *
     * @param text the pasted text; empty for an uploaded file
     */
    FileImport(String id, String negotiation, String owner, ImportFile file, String text) {
        this.id = id;
        this.negotiation = negotiation;
        this.owner = owner;
        this.file = file;
        this.text = text;
        file.rows().stream()
                .filter(row -> !row.faults().isEmpty())
                .forEach(row -> tried.put(row.line(), RowReport.notSent(row)));
    }

    public String id() {
        return id;
    }

    String negotiation() {
        return negotiation;
    }

    String owner() {
        return owner;
    }

    String text() {
        return text;
    }

    List<ImportRow> rows() {
        return file.rows();
    }

    /** Whether the file has so many rows that only rows with remarks are listed. */
    public boolean isLong() {
        return rows().size() > LISTED_MAX;
    }

    /** Notes on how the file was read. */
    public List<ImportMessage> notes() {
        return file.notes();
    }

    /** The approximate memory in bytes, including the reports. */
    int weight() {
        return text.length() * 2
                + rows().stream().mapToInt(row -> row.size() * 3 + 500).sum();
    }

    public synchronized Phase phase() {
        return phase;
    }

    public synchronized boolean isTrial() {
        return phase == Phase.TRYING || phase == Phase.TRIED;
    }

    /** Whether rows are being sent. */
    public synchronized boolean isBusy() {
        return phase == Phase.TRYING || phase == Phase.COMMITTING && !broken;
    }

    /** Whether the phase was interrupted; resuming sends only the remaining rows. */
    public synchronized boolean isBroken() {
        return broken;
    }

    /** The ledger's message at the interruption; empty if there is none. */
    public synchronized String failureDetail() {
        return failureDetail;
    }

    /** The number of rows to send in this phase. */
    public synchronized int total() {
        return isTrial() ? rows().size() : chosen.size();
    }

    public synchronized int done() {
        return isTrial() ? tried.size() : committed.size();
    }

    public synchronized long ready() {
        return count(RowVerdict.READY);
    }

    /** The number of rows that are recorded only if the editor confirms them. */
    public synchronized long awaitingConfirmation() {
        return reports().stream().filter(row -> row.verdict().isAsked()).count();
    }

    public synchronized long recorded() {
        return count(RowVerdict.RECORDED);
    }

    public synchronized long refused() {
        return count(RowVerdict.REFUSED);
    }

    /** The number of rows that are left out as already recorded. */
    public synchronized long leftOut() {
        return reports().size() - recorded() - refused();
    }

    private long count(RowVerdict verdict) {
        return reports().stream().filter(row -> row.verdict() == verdict).count();
    }

    /** The reports of the rows so far, in the order of the file. */
    public synchronized List<RowReport> reports() {
        List<RowReport> reports = new ArrayList<>();
        for (ImportRow row : rows()) {
            RowReport trial = tried.get(row.line());
            RowReport outcome = committed.getOrDefault(row.line(), trial);
            if (outcome != null) {
                reports.add(
                        outcome.sentence().isEmpty() && trial != null
                                ? outcome.withSentence(trial.sentence())
                                : outcome);
            }
        }
        return reports;
    }

    /** The rows to send: valid rows in the dry run, rows without a result in the commit. */
    synchronized List<ImportRow> toSend() {
        return isTrial()
                ? rows().stream().filter(row -> row.faults().isEmpty()).toList()
                : chosen.stream()
                        .filter(row -> !committed.containsKey(row.line()))
                        .toList();
    }

    synchronized void add(RowReport report) {
        (isTrial() ? tried : committed).put(report.line(), report);
    }

    /**
     * Ends the current phase.
     *
     * @param finished converts the phase's reports to those shown
     * @param said the ledger's message if the phase was interrupted; empty for none
     */
    synchronized void finishPhase(boolean wasBroken, String said, UnaryOperator<List<RowReport>> finished) {
        Map<Long, RowReport> reports = isTrial() ? tried : committed;
        for (RowReport report : finished.apply(List.copyOf(reports.values()))) {
            reports.put(report.line(), report);
        }
        broken = wasBroken;
        failureDetail = said;
        if (phase == Phase.TRYING) {
            phase = Phase.TRIED;
        } else if (!wasBroken) {
            phase = Phase.DONE;
        }
    }

    /**
     * Restarts an interrupted dry run.
     *
     * @return false if there is none
     */
    synchronized boolean retryTrial() {
        if (phase == Phase.TRIED && broken) {
            phase = Phase.TRYING;
            broken = false;
            Set<Long> sent = new HashSet<>();
            toSend().forEach(row -> sent.add(row.line()));
            tried.keySet().removeAll(sent);
            return true;
        }
        return false;
    }

    /**
     * Starts the commit, or resumes an interrupted one with the same rows.
     *
     * @return false if it runs or is done already
     * @param wanted the lines to record although they repeat or resemble recorded entries; null for all
     */
    synchronized boolean commit(@Nullable Set<Long> wanted) {
        if (phase == Phase.TRIED && !broken) {
            List<ImportRow> rows = new ArrayList<>();
            for (ImportRow row : rows()) {
                RowVerdict verdict =
                        tried.containsKey(row.line()) ? tried.get(row.line()).verdict() : RowVerdict.REFUSED;
                boolean confirmed = verdict.isAsked() && (wanted == null || wanted.contains(row.line()));
                if (verdict == RowVerdict.READY || confirmed) {
                    rows.add(verdict == RowVerdict.ALREADY_RECORDED ? row.withNewId() : row);
                }
            }
            chosen = List.copyOf(rows);
        } else if (phase != Phase.COMMITTING || !broken) {
            return false;
        }
        phase = Phase.COMMITTING;
        broken = false;
        return true;
    }
}
