package org.parley.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The changes of a reader's checkpoint in one transaction.
 *
 * @param applied the number of applied events
 * @param heads the last applied event of each negotiation that advanced
 * @param ids the ids to append to their blocks
 * @param stops new or changed stops
 * @param resumed negotiations that are no longer stopped
 * @param offsets the next offset of partitions that were read or rewound
 * @param passedOver the skipped records
 */
record Changes(
        int applied,
        Map<String, Head> heads,
        Map<KnownIds.Place, byte[]> ids,
        Map<String, Stop> stops,
        Set<String> resumed,
        Map<Integer, Reached> offsets,
        PassedOver passedOver) {

    /** Without changes. */
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

    /** The changes after applying these events, which are in order for each negotiation. */
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
