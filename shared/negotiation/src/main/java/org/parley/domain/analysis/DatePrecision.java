package org.parley.domain.analysis;

import java.util.regex.Pattern;
import org.parley.domain.time.Edtf;

/** How precisely the date of a development is known. */
public enum DatePrecision {
    /** To the minute or second. */
    INSTANT,
    DAY,
    MONTH,
    YEAR,
    /** At some point between two dates or two instants. */
    INTERVAL;

    private static final Pattern YEAR_FORM = Pattern.compile("\\d{4}[~?]?");
    private static final Pattern MONTH_FORM = Pattern.compile("\\d{4}-\\d{2}[~?]?");

    /** The precision of a date, whether or not it is approximate or uncertain. */
    public static DatePrecision of(Edtf date) {
        if (date.text().indexOf('/') >= 0) {
            return INTERVAL;
        }
        if (date.hasTime()) {
            return INSTANT;
        }
        if (YEAR_FORM.matcher(date.text()).matches()) {
            return YEAR;
        }
        return MONTH_FORM.matcher(date.text()).matches() ? MONTH : DAY;
    }
}
