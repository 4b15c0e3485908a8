package org.parley.archive.question;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The two instants as parameters.
 *
 * @param asOf of the world's time
 * @param knownAt of the desk's time
 */
public record Asked(
        @Parameter(
                description =
                        "The world's time: only what had occurred by then. An EDTF date (2025-08-15, 2025-08, 2025;"
                                + " means its end in UTC) or an instant with its offset; now when left out")
        @Nullable String asOf,

        @Parameter(
                description = "The desk's time: only what had been recorded by then. Written like asOf; now when left"
                        + " out or later than now")
        @Nullable String knownAt) {

    /**
     * The instants.
     *
     * @throws Problem when one of them is no date or instant
     */
    public When when(Clock clock) {
        return When.of(asOf, knownAt, clock);
    }
}
