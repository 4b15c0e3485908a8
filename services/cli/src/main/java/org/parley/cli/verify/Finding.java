package org.parley.cli.verify;

import org.jspecify.annotations.Nullable;

/**
 * A deviation of an export from what was signed.
 *
 * @param position the position in the signed trail; for an inserted line the position before it; null when the finding
 *     concerns the whole export
 * @param kind the kind of deviation
 * @param detail a description in a sentence
 */
public record Finding(@Nullable Long position, Kind kind, String detail) {
    /** The kind of deviation. */
    public enum Kind {
        /** The entry differs from the signed one. */
        ALTERED,
        /** The entry is missing. */
        DROPPED,
        /** A line was inserted. */
        INSERTED,
        /** The entry is at another place. */
        REORDERED,
        /** The entry equals the signed one except for its position. */
        RENUMBERED,
        /** The entry is after the last signed one. */
        UNCOVERED,
        /** The export differs from what was signed, but the position cannot be determined. */
        DIFFERENT,
        /** The checkpoint or the list of leaves itself is invalid. */
        NOT_SIGNED
    }
}
