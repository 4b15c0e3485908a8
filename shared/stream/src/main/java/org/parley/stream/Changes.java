package org.parley.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one transaction changes of a reader's place.
 *
 * @param applied how many events
 * @param heads the negotiations that went on
 * @param ids what to append to the blocks of known ids
 * @param stops new or changed
 * @param resumed negotiations that are no longer stopped
 * @param offsets the partitions that were read, or are to be read again
 * @param passedOver what was read beside the ledger's events
 */
record Changes(
        int applied,
        Map<String, Head> heads,
        Map<KnownIds.Place, byte[]> ids,
        Map<String, Stop> stops,
        Set<String> resumed,
        Map<Integer, Reached> offsets,
        PassedOver passedOver) {

    /** Nothing yet. */
    static Changes none() {
        return new Changes(
                0,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashMap<>(),
                new PassedOver());
    }

    /** These events, each negotiation's in order. */
    static Changes of(List<Incoming.Event> applied, Map<String, Head> before) {
        Map<String, Head> heads = new HashMap<>();
        Map<String, List<UUID>> ids = new HashMap<>();
        for (Incoming.Event event : applied) {
            heads.put(event.negotiation(), new Head(event.position(), event.developmentId()));
            ids.computeIfAbsent(event.negotiation(), any -> new ArrayList<>()).add(event.developmentId());
        }
        Map<KnownIds.Place, byte[]> pieces = new HashMap<>();
        ids.forEach((negotiation, ofIt) -> pieces.putAll(KnownIds.pieces(
                negotiation, before.getOrDefault(negotiation, Head.NONE).position() + 1, ofIt)));
        return new Changes(
                applied.size(), heads, pieces, new HashMap<>(), new HashSet<>(), new HashMap<>(), new PassedOver());
    }
}
