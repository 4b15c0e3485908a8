package org.parley.archive.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;

/**
 * The query parameters {@code from} and {@code to} of a diff: two instants on one axis of time.
 *
 * @param from as text; required
 * @param to as text; may be before {@code from}
 */
public record DiffRange(
        @Parameter(
                description =
                        "An EDTF date (2025-08-15, 2025-08, 2025; its end in UTC) or an instant with an" + " offset",
                required = true)
        @Nullable String from,

        @Parameter(description = "Same form as from; now by default. May be before from, for the reverse diff")
        @Nullable String to) {

    /**
     * The parsed instants.
     *
     * @param from inclusive
     * @param requestedTo inclusive; null if not given
     */
    public record Bounds(Instant from, @Nullable Instant requestedTo) {
        /** The end of the range, inclusive; {@code now} if not given. */
        public Instant to(Instant now) {
            return requestedTo == null ? now : requestedTo;
        }
    }

    /**
     * Parses the parameters.
     *
     * @throws QueryProblemException (400) if {@code from} is missing, or one of them is neither a date nor an instant
     */
    public Bounds bounds() {
        List<InputError> faults = new ArrayList<>();
        Instant start = InstantParameter.parse("/from", from, faults);
        Instant end = InstantParameter.parse("/to", to, faults);
        if (faults.isEmpty() && start == null) {
            faults.add(InputError.of(
                    "/from",
                    "is missing: a date such as 2025-08-15, or an instant",
                    "falta: una fecha como 2025-08-15 o un instante"));
        }
        if (start == null || !faults.isEmpty()) {
            throw QueryProblemException.badRequest(faults);
        }
        return new Bounds(start, end);
    }
}
