package org.parley.archive.question;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem.Fault;

/**
 * The two instants that a question is about, in UTC; each is now when not asked for.
 *
 * @param now the instant at which the question arrived
 * @param givenAsOf the instant of the world's time asked for
 * @param givenKnownAt the instant of the desk's time asked for; one that is not past counts as not asked for
 */
public record When(
        Instant now, @Nullable Instant givenAsOf, @Nullable Instant givenKnownAt) {

    /**
     * Reads the two parameters.
     *
     * @throws Problem when one of them is no date or instant
     */
    public static When of(@Nullable String asOf, @Nullable String knownAt, Clock clock) {
        List<Fault> faults = new ArrayList<>();
        Instant world = QuestionDate.read("/asOf", asOf, faults);
        Instant desk = QuestionDate.read("/knownAt", knownAt, faults);
        if (!faults.isEmpty()) {
            throw Problem.badQuestion(faults);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new When(now, world, desk == null || !desk.isBefore(now) ? null : desk);
    }

    /** Whether the question is where things stand at this moment. */
    public boolean isNow() {
        return givenAsOf == null && givenKnownAt == null;
    }

    /**
     * Now as far as a trail is concerned: clocks of several machines differ, and what was recorded was recorded.
     *
     * @param reached how far the trail reaches; null when it is empty
     */
    private Instant now(@Nullable Instant reached) {
        return reached != null && reached.isAfter(now) ? reached : now;
    }

    /**
     * The instant of the world's time, inclusive. Where none is given everything recorded counts, also of a day that has begun
     * only further east.
     *
     * @param reached the first instant as of which everything recorded counts; null when nothing is
     */
    public Instant asOf(@Nullable Instant reached) {
        return givenAsOf == null ? now(reached) : givenAsOf;
    }

    /** The instant of the desk's time, inclusive. */
    public Instant knownAt(@Nullable Instant lastRecorded) {
        return givenKnownAt == null ? now(lastRecorded) : givenKnownAt;
    }
}
