package org.parley.archive.proof;

import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;

/** Numbers of entries as parameters. */
final class Count {
    private Count() {}

    /**
     * The number given.
     *
     * @param least the least that makes sense
     * @param there how many entries there are
     * @throws Problem (400) when it is no number or less than that; (404) when there are not so many entries
     */
    static long require(String name, @Nullable String given, long least, long there) {
        if (given == null || given.isBlank()) {
            throw Problem.badQuestion("/" + name, "must be given: " + right(least));
        }
        long number;
        try {
            number = Long.parseLong(given.strip());
        } catch (NumberFormatException e) {
            throw Problem.badQuestion("/" + name, "must be " + right(least));
        }
        if (number < least) {
            throw Problem.badQuestion("/" + name, "must be " + right(least));
        }
        if (number > there) {
            throw Problem.notFound("The trail has " + there + " entries so far, so there is nothing at " + name + " "
                    + number + " yet.");
        }
        return number;
    }

    /** The number given, or how many entries there are. */
    static long orAll(String name, @Nullable String given, long least, long there) {
        return given == null || given.isBlank() ? there : require(name, given, least, there);
    }

    private static String right(long least) {
        return "a whole number, at least " + least;
    }
}
