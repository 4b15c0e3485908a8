package org.parley.projection.reader;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * Distinguishes failures of the database, which are retried, from events that cannot be applied.
 *
 * <p>Spring's translation of SQL exceptions draws another line. It counts a cancelled statement (57014) and an exceeded
 * program limit (54) as failures of the server, but here they are those of the event. It does not know a lock that is
 * not available (55P03) and a server that has become read-only (25006), which are retried here.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL error codes</a>
 */
final class TransientFailures {
    private static final int DEPTH_MAX = 20;
    private static final int VALID_SECONDS = 2;

    /** Connection; transaction rollback; insufficient resources; operator intervention; system error. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "58");

    /** Shutdowns; a lock not available; a server that has become read-only. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "55P03", "25006");

    private TransientFailures() {}

    static boolean isTransient(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
            if (cause instanceof SQLException sql && isTransient(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Also true for any failure on a lost connection: that is not the event's fault. */
    static boolean isTransient(Throwable failure, Connection connection) throws SQLException {
        return isTransient(failure) || connection.isClosed() || !connection.isValid(VALID_SECONDS);
    }

    /** Whether the failure or one of its causes has this SQLState. */
    static boolean hasState(Throwable failure, String state) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null
                        && state.length() == 5
                        && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state)));
    }
}
