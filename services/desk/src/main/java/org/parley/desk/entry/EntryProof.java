package org.parley.desk.entry;

import java.util.List;
import org.parley.contract.proof.InclusionProof;
import org.parley.contract.proof.TreeHash;
import tools.jackson.databind.JsonNode;

/**
 * The check that a trail contains an entry as it is shown.
 *
 * @param size the number of entries of the trail
 * @param leaf the hash of the entry, in hexadecimal
 * @param root the root hash of the trail's tree, which the checkpoint of this size signs, in hexadecimal
 * @param isProven whether the path of hashes leads from the entry to the root
 */
record EntryProof(long size, String leaf, String root, boolean isProven) {
    private static final int SHOWN = 8;

    /**
     * Checks a proof.
     *
     * @param inclusion the archive's inclusion proof
     * @param leaf the hash of the entry in base64
     */
    static EntryProof of(JsonNode inclusion, String leaf) {
        TreeHash hash = TreeHash.parse(leaf);
        TreeHash root = TreeHash.parse(inclusion.path("root").asString());
        List<TreeHash> path = inclusion
                .path("hashes")
                .valueStream()
                .map(each -> TreeHash.parse(each.asString()))
                .toList();
        long size = inclusion.path("size").asLong();
        boolean isProven = new InclusionProof(inclusion.path("position").asLong() - 1, size, path).proves(hash, root);
        return new EntryProof(size, hash.toString(), root.toString(), isProven);
    }

    /** The beginning and the end of a hash, enough to compare by eye. */
    static String shortened(String hash) {
        return hash.substring(0, SHOWN) + "…" + hash.substring(hash.length() - SHOWN);
    }

    /** The shortened hash of the entry. */
    public String shortLeaf() {
        return shortened(leaf);
    }

    /** The shortened root hash. */
    public String shortRoot() {
        return shortened(root);
    }
}
