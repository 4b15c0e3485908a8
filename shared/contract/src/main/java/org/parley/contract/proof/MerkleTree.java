package org.parley.contract.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * An append-only Merkle tree: its roots and proofs at every former size, computed from at most about
 * 4 · log<sub>2</sub>(size) hashes of complete subtrees.
 *
 * <p>Leaf indexes start at 0, as in the RFC.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162, 2.1</a>
 */
public final class MerkleTree {
    private final SubtreeHashes subtrees;

    /** The tree with these subtree hashes. */
    public MerkleTree(SubtreeHashes subtrees) {
        this.subtrees = subtrees;
    }

    /** The root of the tree of the first {@code size} leaves. */
    public TreeHash root(long size) {
        return size == 0 ? TreeHash.OF_EMPTY_TREE : root(0, size);
    }

    /**
     * The proof that the tree of the first {@code size} leaves contains a leaf.
     *
     * @param index the index of the leaf, from 0
     * @throws IllegalArgumentException when there is no such leaf
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, 2.1.3</a>
     */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<TreeHash> hashes = new ArrayList<>();
        path(index, 0, size, hashes);
        return new InclusionProof(index, size, hashes);
    }

    /**
     * The proof that the tree of the first {@code to} leaves extends the tree of the first {@code from} leaves.
     *
     * @throws IllegalArgumentException unless 0 &lt; from ≤ to
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4">RFC 9162, 2.1.4</a>
     */
    public ConsistencyProof consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("there is no proof from " + from + " to " + to + " leaves");
        }
        List<TreeHash> hashes = new ArrayList<>();
        subproof(from, 0, to, true, hashes);
        return new ConsistencyProof(from, to, hashes);
    }

    /** MTH(D[start:end]) of the RFC. */
    private TreeHash root(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return subtrees.hash(new Subtree(level, start >> level));
        }
        long middle = start + split(leaves);
        return TreeHash.ofNode(root(start, middle), root(middle, end));
    }

    /** PATH(index - start, D[start:end]) of the RFC. */
    private void path(long index, long start, long end, List<TreeHash> hashes) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(index, start, middle, hashes);
            hashes.add(root(middle, end));
        } else {
            path(index, middle, end, hashes);
            hashes.add(root(start, middle));
        }
    }

    /** SUBPROOF(from - start, D[start:end], known) of the RFC. */
    private void subproof(long from, long start, long end, boolean known, List<TreeHash> hashes) {
        if (from == end) {
            if (!known) {
                hashes.add(root(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (from <= middle) {
            subproof(from, start, middle, known, hashes);
            hashes.add(root(middle, end));
        } else {
            subproof(from, middle, end, false, hashes);
            hashes.add(root(start, middle));
        }
    }

    /** The largest power of two smaller than {@code leaves}. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
