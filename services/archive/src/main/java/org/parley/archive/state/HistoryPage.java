package org.parley.archive.state;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.DevelopmentIds;
import org.parley.archive.question.Problem;
import org.parley.matter.Occurrence;

/**
 * Which part of a matter's history is asked for, as parameters.
 *
 * @param after the development that the page before ended with
 * @param limit how many developments a page has at most
 */
record HistoryPage(
        @Parameter(description = "Only what comes after this development in the history: 'next' of the page before")
        @Nullable String after,

        @Parameter(description = "How many developments of the history a page has at most: 1 to 1,000, by default 500")
        @Nullable String limit) {
    static final int LIMIT_DEFAULT = 500;
    static final int LIMIT_MAX = 1_000;

    /**
     * A page of a history.
     *
     * @param next the development to go on after; null at the end
     */
    record Shown(
            List<Occurrence> occurrences, int of, @Nullable UUID next) {}

    /**
     * The page of a history.
     *
     * @throws Problem (400) when a parameter is wrong; (404) when the development is not part of the history
     */
    Shown of(List<Occurrence> history) {
        int from = from(history);
        int to = (int) Math.min(history.size(), (long) from + most());
        UUID next = to < history.size() ? history.get(to - 1).developmentId() : null;
        return new Shown(history.subList(from, to), history.size(), next);
    }

    private int from(List<Occurrence> history) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        UUID last = DevelopmentIds.require("/after", after.strip());
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).developmentId().equals(last)) {
                return i + 1;
            }
        }
        throw Problem.notFound("Development " + last + " is not part of this history: it belongs to another matter, had"
                + " not occurred or was not recorded by then, or has been retracted since. Ask without after, and with"
                + " the asOf and knownAt of the first page for the others.");
    }

    /** What was given of it, by its parameter. */
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("after", after);
        given.put("limit", limit);
        return given;
    }

    int most() {
        if (limit == null || limit.isBlank()) {
            return LIMIT_DEFAULT;
        }
        try {
            int most = Integer.parseInt(limit.strip());
            if (most >= 1 && most <= LIMIT_MAX) {
                return most;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.badQuestion("/limit", "must be a number from 1 to " + LIMIT_MAX);
    }
}
