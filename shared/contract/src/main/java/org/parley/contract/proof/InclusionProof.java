package org.parley.contract.proof;

import java.util.List;

/**
 * The proof that a tree contains a leaf.
 *
 * @param index the index of the leaf, from 0
 * @param size the number of leaves of the tree
 * @param hashes the siblings on the path from the leaf to the root
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, 2.1.3</a>
 */
public record InclusionProof(long index, long size, List<TreeHash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Whether it proves that the tree with this root contains this leaf.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2">RFC 9162, 2.1.3.2</a>
     */
    public boolean proves(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        TreeHash computed = leaf;
        for (TreeHash hash : hashes) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                computed = TreeHash.ofNode(hash, computed);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                computed = TreeHash.ofNode(computed, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && computed.equals(root);
    }
}
