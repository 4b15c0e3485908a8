package org.parley.contract.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a complete subtree, which never changes once its last leaf is there: it has 2<sup>level</sup> leaves, the
 * first of them with the number index · 2<sup>level</sup>.
 *
 * @param level how far above the leaves it ends; a leaf itself is of level 0
 * @param index its number among those of its level, from 0
 */
public record Subtree(int level, long index) {
    /** The complete subtrees that a tree of so many leaves consists of, from left to right: the largest first. */
    public static List<Subtree> of(long size) {
        List<Subtree> subtrees = new ArrayList<>();
        long left = size;
        while (left > 0) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(left));
            subtrees.add(new Subtree(level, (size - left) >> level));
            left -= 1L << level;
        }
        return subtrees;
    }
}
