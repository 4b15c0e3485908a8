package org.parley.archive.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;

/**
 * Where a live stream starts: after the id of an event of any stream, or after positions of negotiations such as
 * {@code talks:118,summit:7} and at the beginning of all others.
 *
 * @param cursor the parsed id; null if none was given
 * @param positions the positions by negotiation; empty if none were given
 */
record LiveFrom(@Nullable StreamCursor cursor, Map<String, Long> positions) {
    /** With the next entry. */
    static final LiveFrom NOW = new LiveFrom(null, Map.of());

    /** The maximum number of positions that can be given: a cursor has room for no more. */
    private static final int POSITIONS_MAX = 8;

    private static final String FORM = "must be an id of the stream, or a position of a negotiation: talks:118";

    /**
     * Parses {@code Last-Event-ID} or {@code from}.
     *
     * @throws Problem (400) if it is neither an id nor a list of positions
     */
    static LiveFrom parse(String pointer, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return NOW;
        }
        Optional<StreamCursor> cursor = StreamCursor.parse(pointer, given.strip());
        return cursor.isPresent()
                ? new LiveFrom(cursor.get(), Map.of())
                : new LiveFrom(null, positions(pointer, given.strip()));
    }

    private static Map<String, Long> positions(String pointer, String given) {
        Map<String, Long> positions = new LinkedHashMap<>();
        for (String one : given.split(",", -1)) {
            int colon = one.lastIndexOf(':');
            if (colon < 1) {
                throw Problem.badQuestion(pointer, FORM);
            }
            try {
                long position = Long.parseLong(one.substring(colon + 1));
                if (position < 0) {
                    throw Problem.badQuestion(pointer, FORM);
                }
                positions.put(one.substring(0, colon).strip(), position);
            } catch (NumberFormatException e) {
                throw Problem.badQuestion(pointer, FORM);
            }
        }
        return positions;
    }

    boolean isGiven() {
        return cursor != null || !positions.isEmpty();
    }

    /** Whether it has more positions than a cursor can carry. */
    boolean isTooMuch() {
        return positions.size() > POSITIONS_MAX;
    }

    /** The position of a negotiation after which the stream starts; 0 is the beginning. */
    long position(String negotiation, Trail trail) {
        if (cursor == null) {
            return positions.getOrDefault(negotiation, 0L);
        }
        return trail.reachedBy(cursor, negotiation);
    }
}
