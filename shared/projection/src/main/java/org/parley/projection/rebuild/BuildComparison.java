package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.contract.Json;
import org.parley.projection.checkpoint.StoredCheckpoints;

/**
 * The comparison of two builds at the same events: the rows of every table, counted and hashed by negotiation.
 *
 * @param verified the negotiations whose rows are equal
 * @param differences the differences
 */
record BuildComparison(Map<String, VerifiedNegotiation> verified, List<Difference> differences) {
    static final BuildComparison NONE = new BuildComparison(Map.of(), List.of());

    /** The maximum number of differences in a report. */
    private static final int NAMED_MAX = 20;

    /** The position and number of rows at which a negotiation was found equal. */
    record VerifiedNegotiation(long position, long rows) {}

    /** The number of rows of a negotiation in a table, in the live build and in the new one. */
    record Difference(String negotiation, String table, long rowsBefore, long rowsAfter) {}

    private record TableContent(long rows, String hash) {
        static final TableContent NOTHING = new TableContent(0, "");
    }

    /**
     * Compares two builds: the negotiations at the same position in both, in the tables and columns that both have.
     *
     * @param connection in a transaction with a consistent snapshot of both
     * @param notCompared the names of columns that may differ
     * @param earlier a comparison of the same builds; a negotiation it verified is skipped if its position is unchanged
     */
    static BuildComparison of(
            Connection connection,
            ProjectionBuild before,
            ProjectionBuild after,
            Set<String> notCompared,
            BuildComparison earlier)
            throws SQLException {
        Map<String, Long> same = new StoredCheckpoints(before.schema(), before.readerNames()).positions(connection);
        same.entrySet()
                .retainAll(new StoredCheckpoints(after.schema(), after.readerNames())
                        .positions(connection)
                        .entrySet());
        BuildComparison comparison = new BuildComparison(new HashMap<>(), new ArrayList<>());
        Map<String, Long> fresh = new HashMap<>();
        same.forEach((negotiation, position) -> {
            VerifiedNegotiation known = earlier.verified.get(negotiation);
            if (known != null && known.position() == position) {
                comparison.verified.put(negotiation, known);
            } else {
                fresh.put(negotiation, position);
            }
        });
        if (!fresh.isEmpty()) {
            comparison.compare(connection, before, after, notCompared, fresh);
        }
        return comparison;
    }

    private void compare(
            Connection connection,
            ProjectionBuild before,
            ProjectionBuild after,
            Set<String> notCompared,
            Map<String, Long> fresh)
            throws SQLException {
        List<String> tables = BuildSchema.tables(connection, before);
        tables.retainAll(BuildSchema.tables(connection, after));
        fresh.forEach((negotiation, position) -> verified.put(negotiation, new VerifiedNegotiation(position, 0)));
        for (String table : tables) {
            List<String> columns = BuildSchema.columns(connection, before, after, table);
            columns.removeAll(notCompared);
            Map<String, TableContent> contentBefore = content(connection, before, table, columns, fresh.keySet());
            Map<String, TableContent> contentAfter = content(connection, after, table, columns, fresh.keySet());
            Set<String> all = new TreeSet<>(contentBefore.keySet());
            all.addAll(contentAfter.keySet());
            for (String negotiation : all) {
                TableContent one = contentBefore.getOrDefault(negotiation, TableContent.NOTHING);
                TableContent other = contentAfter.getOrDefault(negotiation, TableContent.NOTHING);
                if (one.equals(other)) {
                    verified.computeIfPresent(
                            negotiation,
                            (n, sofar) -> new VerifiedNegotiation(sofar.position(), sofar.rows() + other.rows()));
                } else {
                    verified.remove(negotiation);
                    differences.add(new Difference(negotiation, table, one.rows(), other.rows()));
                }
            }
        }
    }

    /**
     * Adds up two hashes of every row, so that the order of writing does not matter. This finds accidents, for a quarter
     * of the cost of a cryptographic hash; nobody gains by forging rows that are compared with themselves.
     */
    private static Map<String, TableContent> content(
            Connection connection,
            ProjectionBuild build,
            String table,
            List<String> columns,
            Collection<String> negotiations)
            throws SQLException {
        String sql = """
                select negotiation, count(*), sum(hash_record_extended(row(%1$s), 1)::numeric) || '/'
                  || sum(hash_record_extended(row(%1$s), 2)::numeric)
                from %2$s.%3$s where negotiation = any (?)
                group by negotiation""".formatted(String.join(", ", columns), build.tablesSchema(), table);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", negotiations.toArray()));
            Map<String, TableContent> content = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    content.put(rows.getString(1), new TableContent(rows.getLong(2), rows.getString(3)));
                }
            }
            return content;
        }
    }

    boolean isSame() {
        return differences.isEmpty();
    }

    /** The result as JSON. */
    String report(Collection<String> behind) {
        record Report(int same, long rows, long different, List<Difference> differences, List<String> behind) {}
        return Json.MAPPER.writeValueAsString(new Report(
                verified.size(),
                verified.values().stream().mapToLong(VerifiedNegotiation::rows).sum(),
                differences.stream().map(Difference::negotiation).distinct().count(),
                differences.stream().limit(NAMED_MAX).toList(),
                behind.stream().sorted().limit(NAMED_MAX).toList()));
    }
}
