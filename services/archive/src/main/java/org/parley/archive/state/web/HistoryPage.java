package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.DevelopmentIds;
import org.parley.archive.query.QueryProblemException;
import org.parley.domain.matter.Occurrence;

/**
 * The query parameters for a page of a matter's history.
 *
 * @param after the last development of the previous page
 * @param limit the maximum number of developments of the page
 */
record HistoryPage(
        @Parameter(description = "Only developments after this one in the history: 'next' of the previous page")
        @Nullable String after,

        @Parameter(description = "The page size: 1 to 1,000 developments, 500 by default") @Nullable String limit) {
    static final int LIMIT_DEFAULT = 500;
    static final int LIMIT_MAX = 1_000;

    /**
     * A page of a history.
     *
     * @param from the number of developments before this page
     * @param total the number of developments in the whole history
     * @param next the last development of this page, to continue after; null at the end
     */
    record Slice(
            List<Occurrence> occurrences,
            int from,
            int total,
            @Nullable UUID next) {}

    /**
     * The page of a history.
     *
     * @throws QueryProblemException (400) if a parameter is invalid; (404) if the development is not part of the history
     */
    Slice slice(List<Occurrence> history) {
        int from = from(history);
        int to = (int) Math.min(history.size(), (long) from + limitOrDefault());
        UUID next = to < history.size() ? history.get(to - 1).developmentId() : null;
        return new Slice(history.subList(from, to), from, history.size(), next);
    }

    private int from(List<Occurrence> history) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        UUID previousId = DevelopmentIds.require("/after", after.strip());
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).developmentId().equals(previousId)) {
                return i + 1;
            }
        }
        throw QueryProblemException.notFound(
                "Development " + previousId + " is not part of this history: it belongs to another matter,"
                        + " had not occurred or was not recorded by then, or has been retracted since. Leave out after, and use"
                        + " the asOf and knownAt of the first page for the following ones.",
                "La entrada " + previousId + " no pertenece a esta historia: es de otro asunto, no había ocurrido o no"
                        + " estaba registrada entonces, o se retractó después. Omita after, y use en las páginas"
                        + " siguientes el asOf y el knownAt de la primera.");
    }

    /** The given values by parameter. */
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("after", after);
        given.put("limit", limit);
        return given;
    }

    int limitOrDefault() {
        if (limit == null || limit.isBlank()) {
            return LIMIT_DEFAULT;
        }
        try {
            int most = Integer.parseInt(limit.strip());
            if (most >= 1 && most <= LIMIT_MAX) {
                return most;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw QueryProblemException.badRequest(
                "/limit", "must be a number from 1 to " + LIMIT_MAX, "debe ser un número del 1 al " + LIMIT_MAX);
    }
}
