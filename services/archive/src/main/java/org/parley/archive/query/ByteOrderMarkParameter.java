package org.parley.archive.query;

import org.jspecify.annotations.Nullable;

/** The parameter {@code bom}: whether CSV begins with a byte order mark. */
public final class ByteOrderMarkParameter {
    /** The description of the parameter in the API documentation. */
    public static final String DESCRIPTION =
            "true puts a byte order mark before CSV, by which Excel recognises UTF-8; false by default";

    private ByteOrderMarkParameter() {}

    /**
     * Parses the parameter.
     *
     * @param csv whether the response is CSV
     * @throws QueryProblemException (400) if it is neither true nor false, or true while the response is not CSV
     */
    public static boolean isWanted(@Nullable String bom, boolean csv) {
        if (bom == null || bom.isBlank() || bom.strip().equals("false")) {
            return false;
        }
        if (!bom.strip().equals("true")) {
            throw QueryProblemException.badRequest("/bom", "must be true or false", "debe ser true o false");
        }
        if (!csv) {
            throw QueryProblemException.badRequest(
                    "/bom", "applies only to CSV; leave it out", "solo sirve para CSV; omítalo");
        }
        return true;
    }
}
