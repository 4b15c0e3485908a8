package org.parley.desk.timeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.TrailEntryView;

/**
 * A development in the list of what happened.
 *
 * @param entry its entry, or that of the correction that replaces it; null while the trail does not have it yet
 */
record Happening(MatterLane lane, DatedStep step, @Nullable TrailEntryView entry) {
    /** Whether it, or the correction that replaces it, is under embargo. */
    public boolean isHeld() {
        return step.held() || entry != null && entry.isHeld();
    }

    /** The sentence of its entry; the type of event stands for it while there is none. */
    public @Nullable String summary() {
        return entry == null ? null : entry.summary();
    }

    /** The newest developments of these matters, newest first. */
    static List<Happening> newest(
            List<MatterLane> lanes, int most, String negotiation, BitemporalPoint moment, ArchiveClient archive) {
        List<Happening> newest = lanes.stream()
                .flatMap(lane -> lane.steps().stream().map(step -> new Happening(lane, step, null)))
                .sorted(Comparator.comparing((Happening one) -> one.step().first())
                        .reversed())
                .limit(most)
                .toList();
        BitemporalPoint known = BitemporalPoint.of(null, moment.knownAt());
        Map<String, TrailEntryView> entries = archive.entries(
                negotiation, newest.stream().map(one -> one.step().id()).toList(), known);
        Map<String, TrailEntryView> corrections = archive.entries(negotiation, corrections(entries.values()), known);
        return newest.stream()
                .map(one -> {
                    TrailEntryView entry = entries.get(one.step().id());
                    TrailEntryView correction = entry == null ? null : corrections.get(entry.correctedBy());
                    return new Happening(one.lane(), one.step(), correction == null ? entry : correction);
                })
                .toList();
    }

    private static List<String> corrections(Collection<TrailEntryView> entries) {
        return entries.stream()
                .map(TrailEntryView::correctedBy)
                .filter(Objects::nonNull)
                .toList();
    }
}
