package org.parley.archive.proof;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.parley.archive.question.Problem;
import org.parley.archive.trail.TrailExport;
import org.parley.contract.proof.MerkleTree;
import org.parley.contract.proof.Subtree;
import org.parley.contract.proof.Subtrees;
import org.parley.contract.proof.TreeHash;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trees of the negotiations. */
final class TrailTrees {
    private final JdbcTemplate database;
    private final TrailExport trail;

    TrailTrees(JdbcTemplate database, TrailExport trail) {
        this.database = database;
        this.trail = trail;
    }

    /** Whether anything of a negotiation is in the trail yet. */
    boolean isThere(String negotiation) {
        return trail.isThere(negotiation);
    }

    /**
     * How many entries of a negotiation's trail can be both exported and proven: what one answer was about can be asked of
     * every other.
     *
     * @throws Problem (404) when there is no such negotiation
     */
    long size(String negotiation) {
        long exportable = trail.through(negotiation);
        Long leaves = database.queryForObject(
                "select coalesce(max(number) + 1, 0) from archive.proof_subtree where negotiation = ? and level = 0",
                Long.class,
                negotiation);
        return Math.min(exportable, leaves == null ? 0 : leaves);
    }

    /** Asks a negotiation's tree. The question is put twice: first to learn which subtrees it takes, which then are read at once. */
    <T> T ask(String negotiation, Function<MerkleTree, T> question) {
        Set<Subtree> needed = needed(question);
        Subtrees subtrees = database.execute((ConnectionCallback<Subtrees>)
                connection -> SubtreeTable.load(connection, SubtreeTable.ANSWERING, negotiation, needed));
        if (subtrees == null) {
            throw new IllegalStateException("the database gave no answer");
        }
        return question.apply(new MerkleTree(subtrees));
    }

    private static <T> Set<Subtree> needed(Function<MerkleTree, T> question) {
        Set<Subtree> needed = new LinkedHashSet<>();
        T unused = question.apply(new MerkleTree(subtree -> {
            needed.add(subtree);
            return TreeHash.OF_NOTHING;
        }));
        return needed;
    }
}
