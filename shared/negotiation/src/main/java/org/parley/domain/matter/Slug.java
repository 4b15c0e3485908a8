package org.parley.domain.matter;

/** The syntax of short names in addresses: lower-case words of letters and digits, joined by single hyphens. */
public final class Slug {
    /** The form, as a regular expression that JSON Schema understands too. */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** The longest slug, in characters. */
    public static final int MAX = 80;

    private Slug() {}

    /**
     * Returns the slug if it is valid.
     *
     * @throws IllegalArgumentException if the text is not a slug
     */
    public static String require(String slug) {
        if (!isValid(slug)) {
            throw new IllegalArgumentException("'" + slug + "' is not a slug: lower-case letters and digits, joined by"
                    + " single hyphens, at most " + MAX + " characters");
        }
        return slug;
    }

    /** Whether a text is a slug; without a regular expression, since every event read has two. */
    public static boolean isValid(String slug) {
        return slug.length() <= MAX && isFormed(slug);
    }

    private static boolean isFormed(String slug) {
        boolean isAfterHyphen = true;
        for (int i = 0; i < slug.length(); i++) {
            char c = slug.charAt(i);
            boolean isHyphen = c == '-';
            if (isHyphen ? isAfterHyphen : (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
            isAfterHyphen = isHyphen;
        }
        return !isAfterHyphen;
    }
}
