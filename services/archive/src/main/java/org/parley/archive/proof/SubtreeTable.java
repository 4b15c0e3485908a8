package org.parley.archive.proof;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.parley.contract.proof.Subtree;
import org.parley.contract.proof.SubtreeHashes;
import org.parley.contract.proof.TreeHash;

/** The table with the hashes of complete subtrees. */
final class SubtreeTable {
    /** The table of the build that a projection writes to. */
    static final String WRITTEN = "proof_subtree";

    /** The table of the live build. */
    static final String ANSWERING = "archive.proof_subtree";

    private SubtreeTable() {}

    static void insert(Connection connection, String negotiation, Map<Subtree, TreeHash> subtrees) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into proof_subtree (negotiation, level, number, hash)
                select ?, * from unnest(?, ?, ?)""")) {
            insert.setString(1, negotiation);
            insert.setArray(2, levels(connection, subtrees.keySet()));
            insert.setArray(3, numbers(connection, subtrees.keySet()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            subtrees.values().stream().map(TreeHash::bytes).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    /**
     * Reads these subtrees in one query; the result contains no others.
     *
     * @param table {@link #WRITTEN} or {@link #ANSWERING}
     */
    static SubtreeHashes load(Connection connection, String table, String negotiation, Collection<Subtree> subtrees)
            throws SQLException {
        Map<Subtree, TreeHash> hashes = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select level, number, hash from %s
                where negotiation = ? and (level, number) in (select * from unnest(?, ?))""".formatted(table))) {
            select.setString(1, negotiation);
            select.setArray(2, levels(connection, subtrees));
            select.setArray(3, numbers(connection, subtrees));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.put(new Subtree(rows.getInt(1), rows.getLong(2)), TreeHash.of(rows.getBytes(3)));
                }
            }
        }
        return subtree -> {
            TreeHash hash = hashes.get(subtree);
            if (hash == null) {
                throw new IllegalStateException("the tree of '" + negotiation + "' lacks " + subtree);
            }
            return hash;
        };
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
