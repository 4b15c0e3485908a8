package org.parley.desk.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailEntryView.Evidence;
import org.parley.desk.client.TrailEntryView.Source;

/**
 * The sources of an entry, each with the grade that it was recorded with.
 *
 * @param present those that count now
 * @param first those of the first record that a correction replaced
 */
record EntrySources(List<Graded> present, List<Graded> first) {

    /** A source and the grade of the evidence that it belongs to. */
    record Graded(Source source, @Nullable String grade) {}

    /**
     * The sources of an entry.
     *
     * @param correction the correction that counts; null without one
     */
    static EntrySources of(TrailEntryView entry, @Nullable TrailEntryView correction) {
        Evidence known = entry.evidence();
        Evidence corrected = correction == null ? null : EntryCorrection.evidence(correction);
        if (known == null || corrected == null) {
            return new EntrySources(graded(corrected == null ? known : corrected), List.of());
        }
        Evidence recorded = recorded(entry);
        List<Source> atFirst = recorded == null ? List.of() : recorded.sources();
        List<Graded> present = new ArrayList<>(graded(corrected));
        known.sources().stream()
                .filter(source -> !atFirst.contains(source))
                .forEach(source -> present.add(new Graded(source, known.grade())));
        List<Graded> first = graded(recorded).stream()
                .filter(source -> !corrected.sources().contains(source.source()))
                .toList();
        return new EntrySources(present, first);
    }

    private static @Nullable Evidence recorded(TrailEntryView entry) {
        return entry.data() == null || !entry.data().path("evidence").isObject()
                ? null
                : Json.MAPPER.treeToValue(entry.data().path("evidence"), Evidence.class);
    }

    private static List<Graded> graded(@Nullable Evidence evidence) {
        return evidence == null
                ? List.of()
                : evidence.sources().stream()
                        .map(source -> new Graded(Objects.requireNonNull(source), evidence.grade()))
                        .toList();
    }
}
