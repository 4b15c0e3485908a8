package org.parley.archive.trail;

import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;

/** The parameter {@code bom}: whether CSV begins with a byte order mark. */
public final class ByteOrderMark {
    /** The description of the parameter in the API documentation. */
    public static final String DESCRIPTION =
            "true puts a byte order mark before CSV, by which Excel recognises UTF-8; false by default";

    private ByteOrderMark() {}

    /**
     * Parses the parameter.
     *
     * @param csv whether the response is CSV
     * @throws Problem (400) if it is neither true nor false, or true while the response is not CSV
     */
    public static boolean isWanted(@Nullable String bom, boolean csv) {
        if (bom == null || bom.isBlank() || bom.strip().equals("false")) {
            return false;
        }
        if (!bom.strip().equals("true")) {
            throw Problem.badQuestion("/bom", "must be true or false");
        }
        if (!csv) {
            throw Problem.badQuestion("/bom", "applies only to CSV; leave it out");
        }
        return true;
    }
}
