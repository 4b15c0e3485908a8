package org.parley.archive.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.archive.question.Problem;

/**
 * How far a live stream is, as its events' ids tell it: {@code talks:118}. A stream over several negotiations has
 * a place in each of them, that of the event's own first: {@code talks:118,summit:7}.
 */
final class LivePlaces {
    /** How many negotiations one stream may be over: all of their places stand in every id. */
    static final int NEGOTIATIONS_MAX = 100;

    private static final String FORM = "must be as the ids of the stream are: talks:118";

    private final Map<String, Long> positions = new LinkedHashMap<>();

    /**
     * Reads the id of the last event that was received.
     *
     * @throws Problem (400) when it is none
     */
    static LivePlaces parse(String pointer, String id) {
        LivePlaces places = new LivePlaces();
        for (String place : id.strip().split(",", -1)) {
            int colon = place.lastIndexOf(':');
            if (colon < 1 || places.positions.size() == NEGOTIATIONS_MAX) {
                throw Problem.badQuestion(pointer, FORM);
            }
            try {
                long position = Long.parseLong(place.substring(colon + 1));
                if (position < 0) {
                    throw Problem.badQuestion(pointer, FORM);
                }
                places.positions.put(place.substring(0, colon).strip(), position);
            } catch (NumberFormatException e) {
                throw Problem.badQuestion(pointer, FORM);
            }
        }
        return places;
    }

    Optional<Long> of(String negotiation) {
        return Optional.ofNullable(positions.get(negotiation));
    }

    void reach(String negotiation, long position) {
        positions.put(negotiation, position);
    }

    /** The id of an event of this negotiation, or of what was passed over in it. */
    String id(String negotiation) {
        String others = positions.entrySet().stream()
                .filter(place -> !place.getKey().equals(negotiation))
                .map(place -> "," + place.getKey() + ":" + place.getValue())
                .collect(Collectors.joining());
        return negotiation + ":" + positions.get(negotiation) + others;
    }
}
