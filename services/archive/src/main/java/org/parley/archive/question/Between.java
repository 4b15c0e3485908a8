package org.parley.archive.question;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem.Fault;

/**
 * Two instants on one axis of time, as parameters.
 *
 * @param from the one
 * @param to the other
 */
public record Between(
        @Parameter(
                description = "An EDTF date (2025-08-15, 2025-08, 2025; means its end in UTC) or an instant with its"
                        + " offset",
                required = true)
        @Nullable String from,

        @Parameter(description = "Written like from; now when left out. May be before from: then it is the way back")
        @Nullable String to) {

    /**
     * The instants (UTC).
     *
     * @param from inclusive
     * @param givenTo inclusive; null when not given
     */
    public record Instants(Instant from, @Nullable Instant givenTo) {
        /** Inclusive; now when not given. */
        public Instant to(Instant now) {
            return givenTo == null ? now : givenTo;
        }
    }

    /**
     * Reads the parameters.
     *
     * @throws Problem when one of them is no date or instant, or from is missing
     */
    public Instants instants() {
        List<Fault> faults = new ArrayList<>();
        Instant one = QuestionDate.read("/from", from, faults);
        Instant other = QuestionDate.read("/to", to, faults);
        if (faults.isEmpty() && one == null) {
            faults.add(new Fault("/from", "is missing: a date such as 2025-08-15, or an instant"));
        }
        if (one == null || !faults.isEmpty()) {
            throw Problem.badQuestion(faults);
        }
        return new Instants(one, other);
    }
}
