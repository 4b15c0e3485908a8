package org.parley.cli.verify;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with an export.
 *
 * @param position where: the position in the trail as signed, if one can be told; of what was put in, that after which it
 *     stands. Null when it concerns the whole
 * @param detail what is wrong, in a sentence
 */
public record Finding(@Nullable Long position, Kind kind, String detail) {
    /** What was done. */
    public enum Kind {
        /** The entry is not what was signed. */
        ALTERED,
        /** The entry is missing. */
        DROPPED,
        /** A line does not belong there. */
        INSERTED,
        /** The entry stands elsewhere. */
        REORDERED,
        /** The entry is what was signed, but for its number. */
        RENUMBERED,
        /** The entry comes after what was signed. */
        UNCOVERED,
        /** The whole does not fit what was signed, and nothing in it tells where. */
        DIFFERENT,
        /** The checkpoint or list of leaves itself is no good. */
        NOT_SIGNED
    }
}
