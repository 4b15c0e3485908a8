package org.parley.projection.reader;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a projection's work on a separate thread and waits for it up to a time limit. Java code cannot be interrupted
 * safely, so work that exceeds the limit is abandoned and its connection aborted: nothing of it can be committed.
 */
final class TimeLimitedExecution implements AutoCloseable {
    private static final String QUERY_CANCELED = "57014";
    private static final long LOOK_MILLIS = 50;

    /** How long running work may continue after the reader starts to close. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final ExecutorService threads;
    private final BooleanSupplier closing;

    TimeLimitedExecution(String name, BooleanSupplier closing) {
        this.closing = closing;
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("apply-" + name).daemon().factory());
    }

    /** Work on a connection. */
    interface Work {
        void run() throws SQLException;
    }

    /**
     * Runs work within the transaction of a connection, whose statements have the same limit.
     *
     * @param limit the time limit; null for none
     * @throws ApplyTimeoutException if the work was abandoned; the connection is then aborted
     */
    void run(Connection connection, @Nullable Duration limit, Work work) throws SQLException {
        Future<?> running = threads.submit(() -> {
            work.run();
            return null;
        });
        await(connection, limit, running);
    }

    private void await(Connection connection, @Nullable Duration limit, Future<?> running) throws SQLException {
        long begin = System.nanoTime();
        long closingSince = 0;
        while (true) {
            try {
                running.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                closingSince = closingSince == 0 && closing.getAsBoolean() ? now : closingSince;
                boolean late = limit != null && now - begin > limit.toNanos();
                if (late || (closingSince != 0 && now - closingSince > CLOSING.toNanos())) {
                    abandon(connection, running);
                    throw new ApplyTimeoutException();
                }
            } catch (InterruptedException e) {
                abandon(connection, running);
                Thread.currentThread().interrupt();
                throw new ApplyTimeoutException(e);
            } catch (ExecutionException e) {
                throw failure(Objects.requireNonNullElse(e.getCause(), e));
            }
        }
    }

    /** Rethrows a failure on the waiting thread; a cancelled statement becomes a timeout. */
    private static ApplyTimeoutException failure(Throwable cause) throws SQLException {
        if (TransientFailures.hasState(cause, QUERY_CANCELED)) {
            return new ApplyTimeoutException(cause);
        }
        switch (cause) {
            case SQLException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        }
    }

    private static void abandon(Connection connection, Future<?> running) throws SQLException {
        connection.abort(Runnable::run);
        running.cancel(true);
    }

    /** Does not wait for abandoned work. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
