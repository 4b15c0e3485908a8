package org.parley.domain.matter;

import java.util.regex.Pattern;

/** The syntax of short names in addresses: lower-case words of letters and digits, joined by single hyphens. */
public final class Slug {
    /** The form, as a regular expression that JSON Schema understands too. */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** The longest slug, in characters. */
    public static final int MAX = 80;

    private static final Pattern FORM = Pattern.compile(PATTERN);

    private Slug() {}

    /**
     * Returns the slug if it is valid.
     *
     * @throws IllegalArgumentException if the text is not a slug
     */
    public static String require(String slug) {
        if (slug.length() > MAX || !FORM.matcher(slug).matches()) {
            throw new IllegalArgumentException("'" + slug + "' is not a slug: lower-case letters and digits, joined by"
                    + " single hyphens, at most " + MAX + " characters");
        }
        return slug;
    }
}
