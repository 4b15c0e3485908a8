package org.parley.contract.proof;

/** Knows the hashes of the complete subtrees of a tree. */
@FunctionalInterface
public interface Subtrees {
    /**
     * The hash of a complete subtree.
     *
     * @throws IllegalStateException when the tree has not all of its leaves
     */
    TreeHash hash(Subtree subtree);
}
