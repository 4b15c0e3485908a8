package org.parley.contract.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The right edge of an append-only Merkle tree: appends leaves and computes the root, and stores only the hashes of the
 * maximal complete subtrees, at most one per level. Not thread-safe.
 */
public final class MerkleFrontier {
    private final Deque<TreeHash> complete = new ArrayDeque<>();
    private long size;

    /** The frontier of the empty tree. */
    public MerkleFrontier() {}

    /** The frontier of a tree with {@code size} leaves. */
    public MerkleFrontier(long size, SubtreeHashes subtrees) {
        Subtree.of(size).forEach(subtree -> complete.addLast(subtrees.hash(subtree)));
        this.size = size;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /**
     * Appends a leaf.
     *
     * @return the subtrees that this leaf completes, from the leaf itself upwards
     */
    public Map<Subtree, TreeHash> add(TreeHash leaf) {
        Map<Subtree, TreeHash> completed = new LinkedHashMap<>();
        TreeHash hash = leaf;
        completed.put(new Subtree(0, size), hash);
        int levels = Long.numberOfTrailingZeros(size + 1);
        for (int level = 1; level <= levels; level++) {
            hash = TreeHash.ofNode(complete.removeLast(), hash);
            completed.put(new Subtree(level, size >> level), hash);
        }
        complete.addLast(hash);
        size++;
        return completed;
    }

    /** The current root. */
    public TreeHash root() {
        Iterator<TreeHash> fromRight = complete.descendingIterator();
        if (!fromRight.hasNext()) {
            return TreeHash.OF_EMPTY_TREE;
        }
        TreeHash root = fromRight.next();
        while (fromRight.hasNext()) {
            root = TreeHash.ofNode(fromRight.next(), root);
        }
        return root;
    }
}
