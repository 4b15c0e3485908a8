package org.parley.ledger.admission;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.store.HeadMovedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Classifies failures of commands: conflicts in the store that are worth a retry, and an unavailable store.
 *
 * <p>It reads SQLStates because Axon's event store throws the exceptions of the driver. Spring's translation of them
 * draws another line: an exceeded program limit (54) is an unavailable server there, and a lock that is not available
 * (55P03) is unknown to it.
 */
public final class CommandFailures {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Set<String> WORTH_A_RETRY =
            Set.of(UNIQUE_VIOLATION, DEADLOCK, SERIALIZATION, LOCK_NOT_AVAILABLE);

    /** Connection exceptions, insufficient resources, shutdown. */
    private static final Set<String> CONNECTION_FAILURES = Set.of("08", "53", "57P");

    private CommandFailures() {}

    /** Whether another transaction stored the same key first. */
    public static boolean isKeyViolation(Throwable thrown) {
        return UNIQUE_VIOLATION.equals(sqlState(thrown));
    }

    /** Whether a retry of the command is likely to succeed. */
    public static boolean isRetryable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleAggregateException
                    || cause instanceof HeadMovedException
                    || cause instanceof ConcurrencyException) {
                return true;
            }
        }
        String state = sqlState(thrown);
        return state != null && WORTH_A_RETRY.contains(state);
    }

    /** Whether the store was unavailable or the connection broke: the command may have been recorded. */
    public static boolean isStoreUnavailable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionException
                    || cause instanceof LockAcquisitionFailedException
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
