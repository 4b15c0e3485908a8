package org.parley.contract.proof;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The state of a trail at one size, in three lines: enough to detect any later change of earlier entries.
 *
 * @param origin the name of the trail: {@code parley/{negotiation}}
 * @param size the number of entries
 * @param root the root of the Merkle tree of the entries
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP: transparency log checkpoints</a>
 */
public record TrailCheckpoint(String origin, long size, TreeHash root) {
    private static final String ORIGIN_PREFIX = "parley/";
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LINES = 3;

    /** The checkpoint of a negotiation's trail. */
    public static TrailCheckpoint of(String negotiation, long size, TreeHash root) {
        return new TrailCheckpoint(ORIGIN_PREFIX + negotiation, size, root);
    }

    /**
     * Parses the text of a note. Extension lines are ignored.
     *
     * @throws IllegalArgumentException when the text is not a checkpoint
     */
    public static TrailCheckpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (!text.endsWith("\n")
                || lines.size() < LINES
                || lines.contains("")
                || !SIZE.matcher(lines.get(1)).matches()) {
            throw new IllegalArgumentException(
                    "not a checkpoint: it begins with origin, size and root hash, a line each");
        }
        return new TrailCheckpoint(lines.get(0), Long.parseLong(lines.get(1)), TreeHash.parse(lines.get(2)));
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
