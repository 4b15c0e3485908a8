package org.parley.archive.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.stream.ForeignRecords;
import org.springframework.dao.DataAccessResourceFailureException;

/** What the topic holds that is not the ledger's, as last looked at; asking costs nothing. */
final class ForeignWatch {
    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable ForeignRecords seen;

    ForeignWatch(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void look() {
        seen = now();
    }

    /**
     * What there is now.
     *
     * @throws DataAccessResourceFailureException when the database does not answer
     */
    ForeignRecords now() {
        try (Connection connection = database.getConnection()) {
            return ForeignRecords.read(connection, ArchiveSchema.NAME);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The foreign records cannot be read", e);
        }
    }

    /** As last seen; empty before the first look. */
    Optional<ForeignRecords> seen() {
        return Optional.ofNullable(seen);
    }

    /** For how long none was found; empty when there never was one. */
    Optional<Duration> age() {
        return seen().map(ForeignRecords::lastSeen).map(last -> age(last, clock.instant()));
    }

    private static Duration age(Instant last, Instant now) {
        return last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }
}
