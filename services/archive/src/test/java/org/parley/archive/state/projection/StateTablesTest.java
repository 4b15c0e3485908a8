package org.parley.archive.state.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.archive.store.ProjectionScript;
import org.parley.testkit.BackingServices;

class StateTablesTest {
    private static final Instant FIRST = Instant.parse("2025-08-18T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-08-18T10:00:00.000001Z");
    private static final Instant EARLY = Instant.parse("2025-08-15T00:00:00Z");
    private static final Instant LATE = Instant.parse("2025-08-18T00:00:00Z");

    @Test
    void latestBeginningOfAGroupInTwoPartsIsOfBoth() throws SQLException {
        try (Connection connection =
                BackingServices.shared().newDatabase().dataSource().getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(ProjectionScript.tables("state"));
            }
            StateTables.writeEnds(connection, List.of(new TrailEnd("talks", 0, FIRST, LATE)));
            assertThat(end(connection)).isEqualTo(new TrailEnd("talks", 0, FIRST, LATE));

            StateTables.writeEnds(connection, List.of(new TrailEnd("talks", 2, SECOND, EARLY)));
            assertThat(end(connection)).isEqualTo(new TrailEnd("talks", 2, SECOND, LATE));

            StateTables.writeEnds(connection, List.of(new TrailEnd("talks", 0, SECOND.plusSeconds(1), null)));
            assertThat(end(connection)).isEqualTo(new TrailEnd("talks", 2, SECOND, LATE));
        }
    }

    private static TrailEnd end(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from negotiation_through")) {
            assertThat(row.next()).isTrue();
            return new TrailEnd(
                    row.getString("negotiation"),
                    row.getLong("through"),
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getTimestamp("latest_start").toInstant());
        }
    }
}
