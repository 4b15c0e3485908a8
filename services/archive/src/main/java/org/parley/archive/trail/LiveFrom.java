package org.parley.archive.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;

/**
 * Where a live stream is to begin: behind the id of an event, of whatever stream; or behind positions of negotiations,
 * {@code talks:118,summit:7}, and then at the beginning of all others.
 *
 * @param cursor of an id that is one
 * @param positions of the others
 */
record LiveFrom(@Nullable StreamCursor cursor, Map<String, Long> positions) {
    /** With what comes next. */
    static final LiveFrom NOW = new LiveFrom(null, Map.of());

    /** How many positions may be given: an id that goes on behind them has room for no more. */
    private static final int POSITIONS_MAX = 8;

    private static final String FORM = "must be an id of the stream, or a position of a negotiation: talks:118";

    /**
     * Reads what is given.
     *
     * @throws Problem (400) when it is neither
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

    /** Whether it gives more positions than one can go on behind. */
    boolean isTooMuch() {
        return positions.size() > POSITIONS_MAX;
    }

    /** Behind which position of a negotiation that is. */
    long position(String negotiation, Trail trail) {
        if (cursor == null) {
            return positions.getOrDefault(negotiation, 0L);
        }
        return trail.reachedBy(cursor, negotiation);
    }
}
