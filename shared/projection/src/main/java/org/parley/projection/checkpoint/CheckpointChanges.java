package org.parley.projection.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.projection.kafka.LedgerRecord;
import org.parley.projection.kafka.PartitionOffset;
import org.parley.projection.kafka.SkippedRecords;

/**
 * The changes of a reader's checkpoint in one transaction.
 *
 * @param applied the number of applied events
 * @param positions the last applied event of each negotiation that advanced
 * @param ids the ids to append to their blocks
 * @param stops new or changed stops
 * @param resumed negotiations that are no longer stopped
 * @param offsets the next offset of partitions that were read or rewound
 * @param passedOver the skipped records
 */
public record CheckpointChanges(
        int applied,
        Map<String, AppliedPosition> positions,
        Map<AppliedEventIds.BlockKey, byte[]> ids,
        Map<String, NegotiationStop> stops,
        Set<String> resumed,
        Map<Integer, PartitionOffset> offsets,
        SkippedRecords skipped) {

    /** Without changes. */
    public static CheckpointChanges empty() {
        return new CheckpointChanges(
                0,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashMap<>(),
                new SkippedRecords());
    }

    /** The changes after applying these events, which are in order for each negotiation. */
    public static CheckpointChanges of(List<LedgerRecord.Event> applied, Map<String, AppliedPosition> before) {
        Map<String, AppliedPosition> heads = new HashMap<>();
        Map<String, List<UUID>> ids = new HashMap<>();
        for (LedgerRecord.Event event : applied) {
            heads.put(event.negotiation(), new AppliedPosition(event.position(), event.developmentId()));
            ids.computeIfAbsent(event.negotiation(), any -> new ArrayList<>()).add(event.developmentId());
        }
        Map<AppliedEventIds.BlockKey, byte[]> pieces = new HashMap<>();
        ids.forEach((negotiation, ofIt) -> pieces.putAll(AppliedEventIds.blocksToAppend(
                negotiation,
                before.getOrDefault(negotiation, AppliedPosition.NONE).position() + 1,
                ofIt)));
        return new CheckpointChanges(
                applied.size(), heads, pieces, new HashMap<>(), new HashSet<>(), new HashMap<>(), new SkippedRecords());
    }
}
