package org.parley.contract.proof;

import java.util.List;

/**
 * The proof that a leaf is in a tree.
 *
 * @param index the leaf's number, from 0
 * @param size how many leaves the tree has
 * @param hashes what stands beside the way from the leaf up to the root
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, 2.1.3</a>
 */
public record InclusionProof(long index, long size, List<TreeHash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Whether it proves that this leaf is in the tree with this root.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2">RFC 9162, 2.1.3.2</a>
     */
    public boolean proves(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        TreeHash reached = leaf;
        for (TreeHash hash : hashes) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                reached = TreeHash.ofNode(hash, reached);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                reached = TreeHash.ofNode(reached, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }
}
