package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease for rebuilding in a schema: one process at a time holds it, for one projection. PostgreSQL releases it when
 * the connection ends. Losing it unnoticed only costs time: the checkpoints fence the readers of a build.
 */
final class RebuildLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildLease.class);
    private static final int ANSWER_SECONDS = 2;

    private final DataSource dataSource;
    private final String name;
    private @Nullable Connection connection;

    RebuildLease(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.name = schema + ".projection_build/making";
    }

    /** Acquires the lease unless this process holds it; returns whether it does. */
    boolean take() throws SQLException {
        Connection current = connection;
        if (current != null) {
            if (current.isValid(ANSWER_SECONDS)) {
                return true;
            }
            close();
        }
        Connection candidate = dataSource.getConnection();
        boolean taken = false;
        try {
            taken = query(candidate, "select pg_try_advisory_lock(hashtextextended(?, 0))");
        } finally {
            if (taken) {
                connection = candidate;
            } else {
                candidate.close();
            }
        }
        return taken;
    }

    private boolean query(Connection on, String sql) throws SQLException {
        try (PreparedStatement select = on.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Releases the lease. */
    @Override
    public void close() {
        Connection current = connection;
        connection = null;
        if (current == null) {
            return;
        }
        try (current) {
            query(current, "select pg_advisory_unlock(hashtextextended(?, 0))");
        } catch (SQLException e) {
            LOG.debug("The lease ended with its connection", e);
        }
    }
}
