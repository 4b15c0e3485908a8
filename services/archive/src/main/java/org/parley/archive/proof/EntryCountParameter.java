package org.parley.archive.proof;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.http.FixedAnswer;
import org.parley.archive.query.QueryProblemException;
import org.springframework.util.StringUtils;

/** Parses a number of entries, or a position, in a query parameter. */
final class EntryCountParameter {
    private EntryCountParameter() {}

    /**
     * The number.
     *
     * @param min the smallest valid number
     * @param existing the number of existing entries
     * @throws QueryProblemException (400) if it is missing, not a number or too small; (404) if there are fewer entries
     */
    static long require(String name, @Nullable String given, long min, long existing) {
        if (given == null || given.isBlank()) {
            throw QueryProblemException.badRequest(
                    "/" + name,
                    "must be given: a whole number, at least " + min,
                    "es obligatorio: un número entero, como mínimo " + min);
        }
        long number;
        try {
            number = Long.parseLong(given.strip());
        } catch (NumberFormatException e) {
            throw invalid(name, min);
        }
        if (number < min) {
            throw invalid(name, min);
        }
        if (number > existing) {
            throw QueryProblemException.notFound(
                    "The trail has " + existing + " entries so far: " + name + " " + number + " does not exist yet.",
                    "El registro tiene " + existing + " entradas hasta ahora: " + name + " " + number
                            + " todavía no existe.");
        }
        return number;
    }

    /** The number, or the number of existing entries if it is missing. */
    static long requireOrAll(String name, @Nullable String given, long min, long existing) {
        return given == null || given.isBlank() ? existing : require(name, given, min, existing);
    }

    /** Marks the answer as fixed if every parameter is given: without one it is about the present trail. */
    static void fix(@Nullable String... given) {
        if (Stream.of(given).allMatch(StringUtils::hasText)) {
            FixedAnswer.mark();
        }
    }

    private static QueryProblemException invalid(String name, long min) {
        return QueryProblemException.badRequest(
                "/" + name, "must be a whole number, at least " + min, "debe ser un número entero, como mínimo " + min);
    }
}
