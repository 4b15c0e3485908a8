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
     * @param lastRecorded when the last entry of the trail was recorded; null when there is none
     */
    private Instant now(@Nullable Instant lastRecorded) {
        return lastRecorded != null && lastRecorded.isAfter(now) ? lastRecorded : now;
    }

    /** The instant of the world's time, inclusive. */
    public Instant asOf(@Nullable Instant lastRecorded) {
        return givenAsOf == null ? now(lastRecorded) : givenAsOf;
    }

    /** The instant of the desk's time, inclusive. */
    public Instant knownAt(@Nullable Instant lastRecorded) {
        return givenKnownAt == null ? now(lastRecorded) : givenKnownAt;
    }
}
