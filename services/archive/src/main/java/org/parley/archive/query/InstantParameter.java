package org.parley.archive.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;
import org.parley.contract.state.QueryInstant;
import org.parley.domain.time.InvalidDateException;

/** Parses a date or instant in a query parameter. */
public final class InstantParameter {
    /** A plus sign that was not percent-encoded arrives as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile("(?<=T[0-9:.]{5,18}) (?=\\d{2}:\\d{2}$)");

    private InstantParameter() {}

    /**
     * The last instant of the date; null if nothing is given.
     *
     * @throws QueryProblemException (400) if it is neither a date nor an instant
     */
    public static @Nullable Instant parse(String pointer, @Nullable String given) {
        List<InputError> faults = new ArrayList<>();
        Instant instant = parse(pointer, given, faults);
        if (!faults.isEmpty()) {
            throw QueryProblemException.badRequest(faults);
        }
        return instant;
    }

    /** The last instant of the date; null if nothing is given, or if it is invalid, which is added to the faults. */
    static @Nullable Instant parse(String pointer, @Nullable String given, List<InputError> faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return QueryInstant.parse(LOST_PLUS.matcher(given.strip()).replaceFirst("+"));
        } catch (InvalidDateException e) {
            faults.add(InputError.of(pointer, e.description()));
            return null;
        }
    }
}
