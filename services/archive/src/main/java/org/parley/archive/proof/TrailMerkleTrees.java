package org.parley.archive.proof;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.trail.web.TrailExport;
import org.parley.contract.proof.MerkleTree;
import org.parley.contract.proof.Subtree;
import org.parley.contract.proof.SubtreeHashes;
import org.parley.contract.proof.TreeHash;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The Merkle trees of the negotiations. */
final class TrailMerkleTrees {
    private final JdbcTemplate database;
    private final TrailExport trail;

    TrailMerkleTrees(JdbcTemplate database, TrailExport trail) {
        this.database = database;
        this.trail = trail;
    }

    /** Whether the trail has any entry of the negotiation yet. */
    boolean hasNegotiation(String negotiation) {
        return trail.hasNegotiation(negotiation);
    }

    /**
     * The number of entries that can be both exported and proven, so that answers about the same trail agree.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    long size(String negotiation) {
        long exportable = trail.lastPosition(negotiation);
        Long leaves = database.queryForObject(
                "select coalesce(max(number) + 1, 0) from archive.proof_subtree where negotiation = ? and level = 0",
                Long.class,
                negotiation);
        return Math.min(exportable, leaves == null ? 0 : leaves);
    }

    /**
     * Evaluates a function of a tree. It runs twice: first to collect the subtrees it needs, which are then read at
     * once.
     */
    <T> T query(String negotiation, Function<MerkleTree, T> function) {
        Set<Subtree> needed = needed(function);
        SubtreeHashes subtrees = database.execute((ConnectionCallback<SubtreeHashes>)
                connection -> SubtreeTable.load(connection, SubtreeTable.ANSWERING, negotiation, needed));
        if (subtrees == null) {
            throw new IllegalStateException("the database returned nothing");
        }
        return function.apply(new MerkleTree(subtrees));
    }

    private static <T> Set<Subtree> needed(Function<MerkleTree, T> function) {
        Set<Subtree> needed = new LinkedHashSet<>();
        T unused = function.apply(new MerkleTree(subtree -> {
            needed.add(subtree);
            return TreeHash.OF_EMPTY_TREE;
        }));
        return needed;
    }
}
