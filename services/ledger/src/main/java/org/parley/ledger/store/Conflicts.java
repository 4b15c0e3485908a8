package org.parley.ledger.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells which failures of a command are conflicts with others in the store, and so worth another try. */
public final class Conflicts {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Set<String> WORTH_A_RETRY =
            Set.of(UNIQUE_VIOLATION, DEADLOCK, SERIALIZATION, LOCK_NOT_AVAILABLE);

    /** The connection, the server's resources, the server's end. */
    private static final Set<String> CONNECTION_FAILURES = Set.of("08", "53", "57P");

    private Conflicts() {}

    /** Whether somebody else stored something under the same key first. */
    public static boolean isKeyViolation(Throwable thrown) {
        return UNIQUE_VIOLATION.equals(sqlState(thrown));
    }

    /** Whether the same command may well succeed when tried again. */
    public static boolean isWorthARetry(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleAggregate || cause instanceof ConcurrencyException) {
                return true;
            }
        }
        String state = sqlState(thrown);
        return state != null && WORTH_A_RETRY.contains(state);
    }

    /** Whether the store could not be reached, or broke off: nobody knows yet whether the command was recorded. */
    public static boolean isStoreAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || (cause instanceof SQLException sql && isConnectionFailure(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionFailure(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || (state != null && CONNECTION_FAILURES.stream().anyMatch(state::startsWith));
    }

    private static @Nullable String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
