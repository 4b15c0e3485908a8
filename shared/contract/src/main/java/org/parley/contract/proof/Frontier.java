package org.parley.contract.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The right edge of a growing tree: takes leaves one by one and knows the root, while it keeps only the hashes of the
 * complete subtrees that the tree consists of (at most one a level). Not safe for use by several threads.
 */
public final class Frontier {
    private final Deque<TreeHash> complete = new ArrayDeque<>();
    private long size;

    /** Of the tree without leaves. */
    public Frontier() {}

    /** Of a tree that has so many leaves already. */
    public Frontier(long size, Subtrees subtrees) {
        Subtree.of(size).forEach(subtree -> complete.addLast(subtrees.hash(subtree)));
        this.size = size;
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /**
     * Takes the next leaf.
     *
     * @return the subtrees that are complete with it, from the leaf itself upwards
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

    /** The root of the tree as it is now. */
    public TreeHash root() {
        Iterator<TreeHash> fromRight = complete.descendingIterator();
        if (!fromRight.hasNext()) {
            return TreeHash.OF_NOTHING;
        }
        TreeHash root = fromRight.next();
        while (fromRight.hasNext()) {
            root = TreeHash.ofNode(fromRight.next(), root);
        }
        return root;
    }
}
