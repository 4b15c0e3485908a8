package org.parley.archive.trail.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;

/**
 * Where a live stream starts: after the id of an event of any stream, or after positions of negotiations such as
 * {@code talks:118,summit:7} and at the beginning of all others.
 *
 * @param cursor the parsed id; null if none was given
 * @param positions the positions by negotiation; empty if none were given
 */
public record ResumePoint(@Nullable StreamCursor cursor, Map<String, Long> positions) {
    /** The stream starts with the next entry. */
    static final ResumePoint NOW = new ResumePoint(null, Map.of());

    /** The maximum number of positions that can be given: a cursor cannot contain more. */
    private static final int POSITIONS_MAX = 8;

    private static final String FORM = "must be an id of the stream, or a position of a negotiation: talks:118";
    private static final String SPANISH_FORM =
            "debe ser un identificador de este flujo, o una posición de una negociación: talks:118";

    /**
     * Parses {@code Last-Event-ID} or {@code from}.
     *
     * @throws QueryProblemException (400) if it is neither an id nor a list of positions
     */
    public static ResumePoint parse(String pointer, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return NOW;
        }
        Optional<StreamCursor> cursor = StreamCursor.parse(pointer, given.strip());
        return cursor.isPresent()
                ? new ResumePoint(cursor.get(), Map.of())
                : new ResumePoint(null, positions(pointer, given.strip()));
    }

    private static Map<String, Long> positions(String pointer, String given) {
        Map<String, Long> positions = new LinkedHashMap<>();
        for (String one : given.split(",", -1)) {
            int colon = one.lastIndexOf(':');
            if (colon < 1) {
                throw QueryProblemException.badRequest(pointer, FORM, SPANISH_FORM);
            }
            try {
                long position = Long.parseLong(one.substring(colon + 1));
                if (position < 0) {
                    throw QueryProblemException.badRequest(pointer, FORM, SPANISH_FORM);
                }
                positions.put(one.substring(0, colon).strip(), position);
            } catch (NumberFormatException e) {
                throw QueryProblemException.badRequest(pointer, FORM, SPANISH_FORM);
            }
        }
        return positions;
    }

    public boolean isGiven() {
        return cursor != null || !positions.isEmpty();
    }

    /** Whether it has more positions than a cursor can carry. */
    public boolean hasTooManyPositions() {
        return positions.size() > POSITIONS_MAX;
    }

    /** The position of a negotiation after which the stream starts; 0 is the beginning. */
    public long startPosition(String negotiation, TrailRepository trail) {
        if (cursor == null) {
            return positions.getOrDefault(negotiation, 0L);
        }
        return trail.positionReached(cursor, negotiation);
    }
}
