package org.parley.archive.proof;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.archive.store.CopyTableWriter;
import org.parley.contract.proof.Subtree;
import org.parley.contract.proof.SubtreeHashes;
import org.parley.contract.proof.TreeHash;

/** The table with the hashes of complete subtrees. */
final class SubtreeTable {
    /** The table of the build that a projection writes to. */
    static final String WRITTEN = "proof_subtree";

    /** The table of the live build. */
    static final String ANSWERING = "archive.proof_subtree";

    private static final List<String> COLUMNS = List.of("negotiation", "level", "number", "hash");

    private SubtreeTable() {}

    static void insert(Connection connection, Map<String, Map<Subtree, TreeHash>> byNegotiation) throws SQLException {
        try (CopyTableWriter table = new CopyTableWriter(connection, WRITTEN, COLUMNS)) {
            for (Map.Entry<String, Map<Subtree, TreeHash>> each : byNegotiation.entrySet()) {
                for (Map.Entry<Subtree, TreeHash> subtree : each.getValue().entrySet()) {
                    table.text(each.getKey())
                            .integer(subtree.getKey().level())
                            .number(subtree.getKey().index())
                            .bytes(subtree.getValue().bytes())
                            .endRow();
                }
            }
            table.finish();
        }
    }

    /**
     * Reads these subtrees in one query; the result contains no others.
     *
     * @param table {@link #WRITTEN} or {@link #ANSWERING}
     */
    static SubtreeHashes load(Connection connection, String table, String negotiation, Collection<Subtree> subtrees)
            throws SQLException {
        return Objects.requireNonNull(
                load(connection, table, Map.of(negotiation, subtrees)).get(negotiation));
    }

    /** The same for several negotiations, in one query. */
    static Map<String, SubtreeHashes> load(
            Connection connection, String table, Map<String, Collection<Subtree>> byNegotiation) throws SQLException {
        Map<String, Map<Subtree, TreeHash>> hashes = new HashMap<>();
        List<String> negotiations = new ArrayList<>();
        List<Subtree> subtrees = new ArrayList<>();
        byNegotiation.forEach((negotiation, asked) -> {
            hashes.put(negotiation, new HashMap<>());
            for (Subtree subtree : asked) {
                negotiations.add(negotiation);
                subtrees.add(subtree);
            }
        });
        if (!subtrees.isEmpty()) {
            try (PreparedStatement select = connection.prepareStatement("""
                    select t.negotiation, t.level, t.number, t.hash
                    from unnest(?, ?, ?) as asked (negotiation, level, number)
                    join %s t using (negotiation, level, number)""".formatted(table))) {
                select.setArray(1, connection.createArrayOf("text", negotiations.toArray()));
                select.setArray(2, levels(connection, subtrees));
                select.setArray(3, numbers(connection, subtrees));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        hashes.computeIfAbsent(rows.getString(1), each -> new HashMap<>())
                                .put(new Subtree(rows.getInt(2), rows.getLong(3)), TreeHash.of(rows.getBytes(4)));
                    }
                }
            }
        }
        Map<String, SubtreeHashes> found = new HashMap<>();
        hashes.forEach((negotiation, known) -> found.put(negotiation, subtree -> {
            TreeHash hash = known.get(subtree);
            if (hash == null) {
                throw new IllegalStateException("the tree of '" + negotiation + "' lacks " + subtree);
            }
            return hash;
        }));
        return found;
    }

    private static Array levels(Connection connection, Collection<Subtree> subtrees) throws SQLException {
        return connection.createArrayOf(
                "int4", subtrees.stream().map(Subtree::level).toArray());
    }

    private static Array numbers(Connection connection, Collection<Subtree> subtrees) throws SQLException {
        return connection.createArrayOf(
                "int8", subtrees.stream().map(Subtree::index).toArray());
    }
}
