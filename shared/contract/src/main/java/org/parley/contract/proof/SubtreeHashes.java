package org.parley.contract.proof;

/** The hashes of the complete subtrees of a tree. */
@FunctionalInterface
public interface SubtreeHashes {
    /**
     * The hash of a complete subtree.
     *
     * @throws IllegalStateException when the tree does not contain all its leaves
     */
    TreeHash hash(Subtree subtree);
}
