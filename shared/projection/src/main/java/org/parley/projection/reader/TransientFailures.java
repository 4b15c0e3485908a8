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
