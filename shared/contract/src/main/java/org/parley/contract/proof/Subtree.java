package org.parley.contract.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The position of a complete subtree, which has 2<sup>level</sup> leaves from leaf index · 2<sup>level</sup> on. A
 * complete subtree never changes.
 *
 * @param level the height above the leaves; a leaf has level 0
 * @param index the index among the subtrees of the level, from 0
 */
public record Subtree(int level, long index) {
    /** The maximal complete subtrees of a tree with {@code size} leaves, from left to right: the largest first. */
    public static List<Subtree> of(long size) {
        List<Subtree> subtrees = new ArrayList<>();
        long remaining = size;
        while (remaining > 0) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(remaining));
            subtrees.add(new Subtree(level, (size - remaining) >> level));
            remaining -= 1L << level;
        }
        return subtrees;
    }
}
