package org.parley.contract.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree in memory, built leaf by leaf. */
final class InMemoryMerkleTree {
    private final Map<Subtree, TreeHash> subtrees = new HashMap<>();
    private final MerkleFrontier frontier = new MerkleFrontier();
    private final List<TreeHash> roots = new ArrayList<>(List.of(frontier.root()));

    InMemoryMerkleTree(List<byte[]> contents) {
        for (byte[] content : contents) {
            subtrees.putAll(frontier.add(TreeHash.ofLeaf(content)));
            roots.add(frontier.root());
        }
    }

    /** The root that the frontier had at a size. */
    TreeHash rootAt(int size) {
        return roots.get(size);
    }

    TreeHash leaf(int index) {
        return hash(new Subtree(0, index));
    }

    TreeHash hash(Subtree subtree) {
        TreeHash hash = subtrees.get(subtree);
        if (hash == null) {
            throw new IllegalStateException("incomplete subtree: " + subtree);
        }
        return hash;
    }

    MerkleTree merkle() {
        return new MerkleTree(this::hash);
    }
}
