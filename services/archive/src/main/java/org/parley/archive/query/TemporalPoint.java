package org.parley.archive.query;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;

/**
 * The instants that a query is about, in UTC.
 *
 * @param now the instant at which the query arrived
 * @param requestedAsOf the requested instant of valid time; null for now
 * @param requestedKnownAt the requested instant of transaction time; null for now, also if an instant that is not past
 *     was requested
 */
public record TemporalPoint(
        Instant now,
        @Nullable Instant requestedAsOf,
        @Nullable Instant requestedKnownAt) {

    /**
     * Parses the two parameters.
     *
     * @throws QueryProblemException (400) if one of them is neither a date nor an instant
     */
    public static TemporalPoint of(@Nullable String asOf, @Nullable String knownAt, Clock clock) {
        List<InputError> faults = new ArrayList<>();
        Instant asOfInstant = InstantParameter.parse("/asOf", asOf, faults);
        Instant knownAtInstant = InstantParameter.parse("/knownAt", knownAt, faults);
        if (!faults.isEmpty()) {
            throw QueryProblemException.badRequest(faults);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new TemporalPoint(
                now, asOfInstant, knownAtInstant == null || !knownAtInstant.isBefore(now) ? null : knownAtInstant);
    }

    /** Whether the query is about the current state. */
    public boolean isNow() {
        return requestedAsOf == null && requestedKnownAt == null;
    }

    /**
     * Now, but not before the end of a trail: the clocks of several machines differ, and everything recorded counts.
     *
     * @param reached the end of the trail; null if it is empty
     */
    private Instant now(@Nullable Instant reached) {
        return reached != null && reached.isAfter(now) ? reached : now;
    }

    /**
     * The instant of valid time, inclusive. Without a requested one everything recorded counts, including developments
     * dated to a day that has so far begun only in time zones east of UTC.
     *
     * @param reached the first instant as of which everything recorded counts; null if nothing is recorded
     */
    public Instant asOf(@Nullable Instant reached) {
        return requestedAsOf == null ? now(reached) : requestedAsOf;
    }

    /**
     * The instant of transaction time, inclusive.
     *
     * @param lastRecorded when the last entry was recorded; null if there is none
     */
    public Instant knownAt(@Nullable Instant lastRecorded) {
        return requestedKnownAt == null ? now(lastRecorded) : requestedKnownAt;
    }
}
