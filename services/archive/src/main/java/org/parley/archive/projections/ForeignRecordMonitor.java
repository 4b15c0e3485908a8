package org.parley.archive.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.projection.checkpoint.ForeignRecords;
import org.springframework.dao.DataAccessResourceFailureException;

/** The foreign records of the topic, as of the last read. The cached values need no query. */
final class ForeignRecordMonitor {
    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable ForeignRecords lastRead;

    ForeignRecordMonitor(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void refresh() {
        lastRead = read();
    }

    /**
     * Reads the current values.
     *
     * @throws DataAccessResourceFailureException if the database is unavailable
     */
    ForeignRecords read() {
        try (Connection connection = database.getConnection()) {
            return ForeignRecords.read(connection, ArchiveSchema.NAME);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The foreign records cannot be read", e);
        }
    }

    /** The last values read; empty before the first time. */
    Optional<ForeignRecords> lastRead() {
        return Optional.ofNullable(lastRead);
    }

    /** The time since the last foreign record was found; empty if there never was one. */
    Optional<Duration> age() {
        return lastRead().map(ForeignRecords::lastSeen).map(last -> age(last, clock.instant()));
    }

    private static Duration age(Instant last, Instant now) {
        return last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }
}
