package org.parley.domain.party;

import java.util.regex.Pattern;

/**
 * The short code of a party, such as {@code RUS}, {@code NATO} or {@code NATO-MEMBERS}: 2 to 32 capital letters,
 * digits and hyphens, starting with a letter.
 */
public record PartyCode(String text) implements Comparable<PartyCode> {
    /** The form of a code, as a regular expression that JSON Schema understands too. */
    public static final String PATTERN = "^[A-Z][A-Z0-9-]{1,31}$";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    public PartyCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a party code: 2 to 32 capital letters, digits and hyphens, such as RUS");
        }
    }

    @Override
    public int compareTo(PartyCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
