package org.parley.desk.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.desk.client.StatusHistory;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.StatusScale;
import org.parley.desk.page.StatusTally;

/**
 * The rows of the matters of a kind.
 *
 * @param lanes those that moved last, latest first
 * @param total the number of matters with developments in the range shown; of all matters of the kind if not all of them
 *     were read
 * @param tally how many of them stand alike, by the word for their status
 */
record LaneGroup(String kind, List<MatterLane> lanes, int total, List<StatusTally> tally) {
    private static final List<String> KINDS = List.of(
            "ceasefire",
            "guarantee",
            "agreement",
            "exchange",
            "meeting",
            "warning",
            "demand",
            "understanding",
            "vote",
            "question");

    /** By kind, in the order of the page. */
    static List<LaneGroup> of(List<MatterLane> lanes, StatusHistory history, int each, PageMessages words) {
        Map<String, List<MatterLane>> byKind = new LinkedHashMap<>();
        KINDS.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        lanes.forEach(lane ->
                byKind.computeIfAbsent(lane.kind(), kind -> new ArrayList<>()).add(lane));
        byKind.values().removeIf(List::isEmpty);
        return byKind.entrySet().stream()
                .map(kind -> of(
                        kind.getKey(),
                        kind.getValue(),
                        history.isComplete(kind.getKey()) ? kind.getValue().size() : history.total(kind.getKey()),
                        each,
                        words))
                .toList();
    }

    private static LaneGroup of(String kind, List<MatterLane> lanes, int total, int each, PageMessages words) {
        List<MatterLane> sorted = lanes.stream()
                .sorted(Comparator.comparing(MatterLane::moved).reversed().thenComparing(MatterLane::title))
                .toList();
        return new LaneGroup(kind, sorted.stream().limit(each).toList(), total, tally(kind, sorted, words));
    }

    private static List<StatusTally> tally(String kind, List<MatterLane> lanes, PageMessages words) {
        Map<StatusScale, Map<String, Integer>> counts = new EnumMap<>(StatusScale.class);
        for (MatterLane lane : lanes) {
            StatusScale look = StatusScale.of(lane.status());
            if (look != null && lane.status() != null) {
                counts.computeIfAbsent(look, step -> new LinkedHashMap<>()).merge(lane.status(), 1, Integer::sum);
            }
        }
        List<StatusTally> tally = new ArrayList<>();
        counts.forEach((look, statuses) -> statuses.forEach((status, count) ->
                tally.add(new StatusTally(look, words.number(count) + " " + words.status(kind, status)))));
        return tally;
    }
}
