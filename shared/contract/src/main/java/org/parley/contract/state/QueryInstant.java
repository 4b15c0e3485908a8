package org.parley.contract.state;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;

/** A date or instant in a query, such as {@code asOf} and {@code knownAt}. A date means its end, in UTC. */
public final class QueryInstant {
    /** Instants with fractions of a second, which responses contain and EDTF does not allow. */
    private static final Pattern FRACTION =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{1,9}(?:Z|[+-]\\d{2}:\\d{2})");

    private QueryInstant() {}

    /**
     * The first instant of an EDTF date, or an instant with its offset. For the start of an interval.
     *
     * @param text a date in UTC, or an instant with an offset
     * @throws InvalidDateException when it is neither
     */
    public static Instant parseStart(String text) {
        return FRACTION.matcher(text).matches() ? parse(text) : Edtf.parse(text).start();
    }

    /**
     * The last instant of an EDTF date, or an instant with its offset.
     *
     * @param text a date in UTC, or an instant with an offset
     * @throws InvalidDateException when it is neither
     */
    public static Instant parse(String text) {
        if (FRACTION.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                return Edtf.parse(text).end(); // throws with the precise message
            }
        }
        return Edtf.parse(text).end();
    }
}
