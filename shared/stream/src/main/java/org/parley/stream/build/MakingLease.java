package org.parley.stream.build;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to make builds in a schema: one program at a time has it, for one projection at a time. PostgreSQL takes it back
 * when the program's connection ends. Losing it unnoticed costs time only: the lanes of a build are fenced by their places.
 */
final class MakingLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MakingLease.class);
    private static final int ANSWER_SECONDS = 2;

    private final DataSource dataSource;
    private final String name;
    private @Nullable Connection holding;

    MakingLease(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.name = schema + ".projection_build/making";
    }

    /** Whether it is ours, now if not before. */
    boolean take() throws SQLException {
        Connection held = holding;
        if (held != null) {
            if (held.isValid(ANSWER_SECONDS)) {
                return true;
            }
            close();
        }
        Connection connection = dataSource.getConnection();
        boolean taken = false;
        try {
            taken = ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))");
        } finally {
            if (taken) {
                holding = connection;
            } else {
                connection.close();
            }
        }
        return taken;
    }

    private boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Gives it back. */
    @Override
    public void close() {
        Connection held = holding;
        holding = null;
        if (held == null) {
            return;
        }
        try (held) {
            ask(held, "select pg_advisory_unlock(hashtextextended(?, 0))");
        } catch (SQLException e) {
            LOG.debug("The lease ended with its connection", e);
        }
    }
}
