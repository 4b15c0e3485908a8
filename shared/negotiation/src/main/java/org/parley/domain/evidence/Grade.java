package org.parley.domain.evidence;

import java.util.regex.Pattern;

/**
 * The Admiralty (NATO) grading of a report: how reliable the source, {@code A} to {@code F}, and how credible the
 * information, {@code 1} to {@code 6}. {@code F6}, the default, says that neither can be judged.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Admiralty_code">AJP-2.1, Allied Joint Doctrine for Intelligence
 *     Procedures</a>
 */
public record Grade(String text) {
    /** The form of a grade, as a regular expression that JSON Schema understands too. */
    public static final String PATTERN = "^[A-F][1-6]$";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    /** Neither the source nor the information can be judged. */
    public static final Grade CANNOT_BE_JUDGED = new Grade("F6");

    public Grade {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a grade: a letter A to F for the source and a digit 1 to 6 for the information");
        }
    }

    /**
     * Whether the graded content reads as what its sources report, and not as a fact: the source is unreliable or cannot
     * be judged ({@code E}, {@code F}), or the information is doubtful, improbable or cannot be judged ({@code 4} to
     * {@code 6}). {@code F6} is no judgement at all, so it marks nothing.
     */
    public boolean isReportOnly() {
        return !equals(CANNOT_BE_JUDGED) && (text.charAt(0) >= 'E' || text.charAt(1) >= '4');
    }

    @Override
    public String toString() {
        return text;
    }
}
