package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code projection_member}. */
record BuildMemberTable(String schema) {
    /** A member without a heartbeat for this long has left. */
    static final Duration GONE_AFTER = Duration.ofSeconds(5);

    /** Writes a member's heartbeat. */
    void heartbeat(Connection connection, ProjectionBuild build, UUID member, boolean well) throws SQLException {
        try (PreparedStatement upsert = prepare(connection, """
                insert into %s.projection_member (build, member, joined_at, seen_at, well)
                values (?, ?, clock_timestamp(), clock_timestamp(), ?)
                on conflict (build, member) do update set seen_at = excluded.seen_at, well = excluded.well""")) {
            upsert.setInt(1, build.number());
            upsert.setObject(2, member);
            upsert.setBoolean(3, well);
            upsert.executeUpdate();
        }
    }

    BuildMembers read(Connection connection, ProjectionBuild build) throws SQLException {
        try (PreparedStatement select = prepare(connection, """
                select member, well from %s.projection_member
                where build = ? and seen_at > clock_timestamp() - make_interval(secs => ?)
                order by joined_at, member""")) {
            select.setInt(1, build.number());
            select.setLong(2, GONE_AFTER.toSeconds());
            List<BuildMembers.Member> members = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    members.add(new BuildMembers.Member(rows.getObject(1, UUID.class), rows.getBoolean(2)));
                }
            }
            return new BuildMembers(members);
        }
    }

    /** Deletes a member, and all members without a heartbeat for a day. */
    void remove(Connection connection, ProjectionBuild build, UUID member) throws SQLException {
        try (PreparedStatement delete = prepare(connection, """
                delete from %s.projection_member
                where (build = ? and member = ?) or seen_at < clock_timestamp() - interval '1 day'""")) {
            delete.setInt(1, build.number());
            delete.setObject(2, member);
            delete.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql.formatted(schema));
    }
}
