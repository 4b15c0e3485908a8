package org.parley.archive.trail;

import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;

/** Whether a table is to begin with a byte order mark, as a parameter. */
public final class ByteOrderMark {
    /** What the parameter means, for the documentation. */
    public static final String DESCRIPTION =
            "true lets CSV begin with a byte order mark, by which Excel knows that it is" + " UTF-8; by default false";

    private ByteOrderMark() {}

    /**
     * Reads the parameter.
     *
     * @param csv whether the answer is CSV
     * @throws Problem (400) when it is neither true nor false, or true for what is not CSV
     */
    public static boolean isWanted(@Nullable String bom, boolean csv) {
        if (bom == null || bom.isBlank() || bom.strip().equals("false")) {
            return false;
        }
        if (!bom.strip().equals("true")) {
            throw Problem.badQuestion("/bom", "must be true or false");
        }
        if (!csv) {
            throw Problem.badQuestion("/bom", "has a meaning for CSV alone; leave it out");
        }
        return true;
    }
}
