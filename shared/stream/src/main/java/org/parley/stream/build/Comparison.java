package org.parley.stream.build;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.contract.Json;
import org.parley.stream.Places;

/**
 * What two builds hold of the same events: the rows of every table, counted and hashed negotiation by negotiation.
 *
 * @param verified the negotiations whose rows are the same
 * @param differences what is not the same
 */
record Comparison(Map<String, Verified> verified, List<Difference> differences) {
    static final Comparison NONE = new Comparison(Map.of(), List.of());

    /** How many differences a report names. */
    private static final int NAMED_MAX = 20;

    /** To which position a negotiation was found the same, and in how many rows. */
    record Verified(long position, long rows) {}

    /** The rows of a negotiation in a table, before and after. */
    record Difference(String negotiation, String table, long rowsBefore, long rowsAfter) {}

    private record Content(long rows, String hash) {
        static final Content NOTHING = new Content(0, "");
    }

    /**
     * Compares two builds, of those negotiations that are at the same position in both, in the tables and columns that both
     * have.
     *
     * @param connection in a transaction that sees both at one moment
     * @param notCompared the names of columns that may differ
     * @param earlier a comparison of the same builds; what it verified is not looked at again where nothing came since
     */
    static Comparison of(Connection connection, Build before, Build after, Set<String> notCompared, Comparison earlier)
            throws SQLException {
        Map<String, Long> same = new Places(before.schema(), before.readers()).positions(connection);
        same.entrySet()
                .retainAll(new Places(after.schema(), after.readers())
                        .positions(connection)
                        .entrySet());
        Comparison comparison = new Comparison(new HashMap<>(), new ArrayList<>());
        Map<String, Long> fresh = new HashMap<>();
        same.forEach((negotiation, position) -> {
            Verified known = earlier.verified.get(negotiation);
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
            Connection connection, Build before, Build after, Set<String> notCompared, Map<String, Long> fresh)
            throws SQLException {
        List<String> tables = BuildSchema.tables(connection, before);
        tables.retainAll(BuildSchema.tables(connection, after));
        fresh.forEach((negotiation, position) -> verified.put(negotiation, new Verified(position, 0)));
        for (String table : tables) {
            List<String> columns = BuildSchema.columns(connection, before, after, table);
            columns.removeAll(notCompared);
            Map<String, Content> there = content(connection, before, table, columns, fresh.keySet());
            Map<String, Content> here = content(connection, after, table, columns, fresh.keySet());
            Set<String> all = new TreeSet<>(there.keySet());
            all.addAll(here.keySet());
            for (String negotiation : all) {
                Content one = there.getOrDefault(negotiation, Content.NOTHING);
                Content other = here.getOrDefault(negotiation, Content.NOTHING);
                if (one.equals(other)) {
                    verified.computeIfPresent(
                            negotiation, (n, so) -> new Verified(so.position(), so.rows() + other.rows()));
                } else {
                    verified.remove(negotiation);
                    differences.add(new Difference(negotiation, table, one.rows(), other.rows()));
                }
            }
        }
    }

    /** The hashes of the rows, in an order of their own, hashed together: so the order of writing does not matter. */
    private static Map<String, Content> content(
            Connection connection, Build build, String table, List<String> columns, Collection<String> negotiations)
            throws SQLException {
        String sql = """
                select negotiation, count(*), sha256(string_agg(hash, ''::bytea order by hash)) from (
                  select negotiation, sha256(convert_to(row(%s)::text, 'UTF8')) as hash from %s.%s
                  where negotiation = any (?)) as hashed
                group by negotiation""".formatted(String.join(", ", columns), build.tables(), table);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", negotiations.toArray()));
            Map<String, Content> content = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    content.put(
                            rows.getString(1),
                            new Content(rows.getLong(2), HexFormat.of().formatHex(rows.getBytes(3))));
                }
            }
            return content;
        }
    }

    boolean isSame() {
        return differences.isEmpty();
    }

    /** The findings as JSON. */
    String report(Collection<String> behind) {
        record Report(int same, long rows, long different, List<Difference> differences, List<String> behind) {}
        return Json.MAPPER.writeValueAsString(new Report(
                verified.size(),
                verified.values().stream().mapToLong(Verified::rows).sum(),
                differences.stream().map(Difference::negotiation).distinct().count(),
                differences.stream().limit(NAMED_MAX).toList(),
                behind.stream().sorted().limit(NAMED_MAX).toList()));
    }
}
