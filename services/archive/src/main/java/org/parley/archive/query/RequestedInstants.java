package org.parley.archive.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters {@code asOf} and {@code knownAt}.
 *
 * @param asOf an instant of valid time, as text
 * @param knownAt an instant of transaction time, as text
 */
public record RequestedInstants(
        @Parameter(
                description = "Valid time: only what had occurred by then. An EDTF date (2025-08-15, 2025-08, 2025; its"
                        + " end in UTC) or an instant with an offset; now by default")
        @Nullable String asOf,

        @Parameter(
                description = "Transaction time: only what had been recorded by then. Same form as asOf; now by"
                        + " default, and for later instants")
        @Nullable String knownAt) {

    /**
     * The parsed instants.
     *
     * @throws QueryProblemException (400) if a parameter is neither a date nor an instant
     */
    public TemporalPoint temporalPoint(Clock clock) {
        return TemporalPoint.of(asOf, knownAt, clock);
    }
}
