package org.parley.contract.proof;

import java.util.List;

/**
 * The proof that a later tree extends an earlier one: that it contains all earlier leaves, unchanged and in order.
 *
 * @param from the number of leaves of the earlier tree
 * @param to the number of leaves of the later tree
 * @param hashes the nodes from which both roots can be computed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4">RFC 9162, 2.1.4</a>
 */
public record ConsistencyProof(long from, long to, List<TreeHash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Whether it proves that the tree with the later root extends the tree with the earlier root.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2">RFC 9162, 2.1.4.2</a>
     */
    public boolean proves(TreeHash earlier, TreeHash later) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return hashes.isEmpty() && earlier.equals(later);
        }
        boolean startsWithEarlier = Long.bitCount(from) == 1;
        if (!startsWithEarlier && hashes.isEmpty()) {
            return false;
        }
        int skipped = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> skipped;
        long last = (to - 1) >> skipped;
        TreeHash first = startsWithEarlier ? earlier : hashes.get(0);
        TreeHash earlierRoot = first;
        TreeHash laterRoot = first;
        for (TreeHash hash : startsWithEarlier ? hashes : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlierRoot = TreeHash.ofNode(hash, earlierRoot);
                laterRoot = TreeHash.ofNode(hash, laterRoot);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                laterRoot = TreeHash.ofNode(laterRoot, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && earlierRoot.equals(earlier) && laterRoot.equals(later);
    }
}
