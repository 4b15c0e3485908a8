package org.parley.archive.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem.Fault;
import org.parley.contract.PointInTime;
import org.parley.time.InvalidDate;

/** Parses a date or instant in a query parameter. */
public final class QuestionDate {
    /** A plus sign that was not percent-encoded arrives as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile("(?<=T[0-9:.]{5,18}) (?=\\d{2}:\\d{2}$)");

    private QuestionDate() {}

    /**
     * The last instant of the date; null if nothing is given.
     *
     * @throws Problem (400) if it is neither a date nor an instant
     */
    public static @Nullable Instant read(String pointer, @Nullable String given) {
        List<Fault> faults = new ArrayList<>();
        Instant instant = read(pointer, given, faults);
        if (!faults.isEmpty()) {
            throw Problem.badQuestion(faults);
        }
        return instant;
    }

    /** The last instant of the date; null if nothing is given, or if it is invalid, which is added to the faults. */
    static @Nullable Instant read(String pointer, @Nullable String given, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return PointInTime.parse(LOST_PLUS.matcher(given.strip()).replaceFirst("+"));
        } catch (InvalidDate e) {
            faults.add(new Fault(pointer, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
