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
import org.parley.table.Message;
import org.parley.table.RowReport;
import org.parley.table.Verdict;

/**
 * A file on its way into the ledger: tried first, then committed row by row. Seen by several threads.
 */
final class Import {
    /** How far it is. */
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
    private String why = "";

    /**
     * A file to be tried.
     *
     * @param text what was pasted; empty where a file was chosen
     */
    Import(String id, String negotiation, String owner, ImportFile file, String text) {
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

    /** Whether there are too many rows to list those of which there is nothing to say. */
    public boolean isLong() {
        return rows().size() > LISTED_MAX;
    }

    /** How the file was understood. */
    public List<Message> notes() {
        return file.notes();
    }

    /** About how many bytes of memory it takes, with the reports to come. */
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

    /** Whether rows are under way now. */
    public synchronized boolean isBusy() {
        return phase == Phase.TRYING || phase == Phase.COMMITTING && !broken;
    }

    /** Whether it broke off in the middle; going on sends the rest, and nothing twice. */
    public synchronized boolean isBroken() {
        return broken;
    }

    /** What the ledger said when it broke off; empty where it said nothing. */
    public synchronized String why() {
        return why;
    }

    /** How many rows there are to be sent in this phase. */
    public synchronized int total() {
        return isTrial() ? rows().size() : chosen.size();
    }

    public synchronized int done() {
        return isTrial() ? tried.size() : committed.size();
    }

    public synchronized long ready() {
        return count(Verdict.READY);
    }

    /** How many are recorded only if the editor says so. */
    public synchronized long asked() {
        return reports().stream().filter(row -> row.verdict().isAsked()).count();
    }

    public synchronized long recorded() {
        return count(Verdict.RECORDED);
    }

    public synchronized long refused() {
        return count(Verdict.REFUSED);
    }

    /** How many would be or were left out as recorded already. */
    public synchronized long leftOut() {
        return reports().size() - recorded() - refused();
    }

    private long count(Verdict verdict) {
        return reports().stream().filter(row -> row.verdict() == verdict).count();
    }

    /** What became of each row so far, or would, in the order of the file. */
    public synchronized List<RowReport> reports() {
        List<RowReport> reports = new ArrayList<>();
        for (ImportRow row : rows()) {
            RowReport trial = tried.get(row.line());
            RowReport outcome = committed.getOrDefault(row.line(), trial);
            if (outcome != null) {
                reports.add(outcome.sentence().isEmpty() && trial != null ? outcome.saying(trial.sentence()) : outcome);
            }
        }
        return reports;
    }

    /** The rows that are fit to be sent now: when committing, those not yet answered. */
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
     * Ends a phase.
     *
     * @param finished makes the reports of the phase what they are to be shown as
     * @param said what the ledger said where it broke off
     */
    synchronized void ended(boolean wasBroken, String said, UnaryOperator<List<RowReport>> finished) {
        Map<Long, RowReport> reports = isTrial() ? tried : committed;
        for (RowReport report : finished.apply(List.copyOf(reports.values()))) {
            reports.put(report.line(), report);
        }
        broken = wasBroken;
        why = said;
        if (phase == Phase.TRYING) {
            phase = Phase.TRIED;
        } else if (!wasBroken) {
            phase = Phase.DONE;
        }
    }

    /** Begins to try it again, after that broke off. */
    synchronized boolean tryAgain() {
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
     * Begins to commit, once; again only after it broke off, with the same rows.
     *
     * @param wanted the lines to record although something like them is recorded; null for all such
     */
    synchronized boolean commit(@Nullable Set<Long> wanted) {
        if (phase == Phase.TRIED && !broken) {
            List<ImportRow> rows = new ArrayList<>();
            for (ImportRow row : rows()) {
                Verdict verdict =
                        tried.containsKey(row.line()) ? tried.get(row.line()).verdict() : Verdict.REFUSED;
                boolean asked = verdict.isAsked() && (wanted == null || wanted.contains(row.line()));
                if (verdict == Verdict.READY || asked) {
                    rows.add(verdict == Verdict.ALREADY_RECORDED ? row.anew() : row);
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
