package org.parley.desk.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.desk.bulk.Table.Row;
import tools.jackson.databind.node.ObjectNode;

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

    /**
     * What became of a row, or would.
     *
     * @param status the HTTP status of its answer; 0 where it was not sent
     * @param said the sentence it becomes, or why it is refused
     */
    record Outcome(
            long line,
            String command,
            int status,
            String said,
            @Nullable String developmentId) {
        public boolean isRefused() {
            return status != 200 && status != 201;
        }
    }

    private final String id;
    private final String negotiation;
    private final String owner;
    private final List<Row> rows;
    private final int bytes;
    private final List<Outcome> tried = new ArrayList<>();
    private final List<Outcome> committed = new ArrayList<>();
    private Phase phase = Phase.TRYING;
    private boolean broken;

    Import(String id, String negotiation, String owner, List<Row> rows, int bytes) {
        this.id = id;
        this.negotiation = negotiation;
        this.owner = owner;
        this.rows = List.copyOf(rows);
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
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

    List<Row> rows() {
        return rows;
    }

    public int total() {
        return rows.size();
    }

    public synchronized Phase phase() {
        return phase;
    }

    /** Whether the connection broke off in the middle; going on sends the rest, and nothing twice. */
    public synchronized boolean isBroken() {
        return broken;
    }

    /** What each row would become. */
    public synchronized List<Outcome> tried() {
        return List.copyOf(tried);
    }

    /** What became of each row so far. */
    public synchronized List<Outcome> committed() {
        return List.copyOf(committed);
    }

    public synchronized int done() {
        return phase == Phase.TRYING || phase == Phase.TRIED ? tried.size() : committed.size();
    }

    public synchronized long refused() {
        return (phase == Phase.TRYING || phase == Phase.TRIED ? tried : committed)
                .stream().filter(Outcome::isRefused).count();
    }

    /** The rows that are fit to be sent now: when committing, those not yet answered. */
    synchronized List<Row> toSend() {
        return rows.stream()
                .filter(row -> row.fault().isEmpty())
                .filter(row ->
                        phase != Phase.COMMITTING || committed.stream().noneMatch(done -> done.line() == row.line()))
                .toList();
    }

    synchronized void add(Outcome outcome) {
        (phase == Phase.COMMITTING ? committed : tried).add(outcome);
    }

    synchronized void ended(boolean wasBroken) {
        broken = wasBroken;
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
            tried.removeIf(outcome -> outcome.status() != 0);
            return true;
        }
        return false;
    }

    /** Begins to commit, once; again only after it broke off. */
    synchronized boolean commit() {
        if (phase == Phase.TRIED && !broken || phase == Phase.COMMITTING && broken) {
            phase = Phase.COMMITTING;
            broken = false;
            return true;
        }
        return false;
    }

    static String commandOf(ObjectNode command) {
        return command.path("command").asString("");
    }
}
