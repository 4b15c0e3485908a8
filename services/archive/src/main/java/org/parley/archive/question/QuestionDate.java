package org.parley.archive.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem.Fault;
import org.parley.contract.PointInTime;
import org.parley.time.InvalidDate;

/** A date or instant as the parameter of a question. */
public final class QuestionDate {
    /** A plus that was not encoded in the query arrives as a blank. */
    private static final Pattern LOST_PLUS = Pattern.compile("(?<=T[0-9:.]{5,18}) (?=\\d{2}:\\d{2}$)");

    private QuestionDate() {}

    /**
     * Its last instant; null when nothing is given.
     *
     * @throws Problem when it is no date or instant
     */
    public static @Nullable Instant read(String pointer, @Nullable String given) {
        List<Fault> faults = new ArrayList<>();
        Instant instant = read(pointer, given, faults);
        if (!faults.isEmpty()) {
            throw Problem.badQuestion(faults);
        }
        return instant;
    }

    /** Its last instant; null when nothing is given, or when it is a fault, which joins the others. */
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
