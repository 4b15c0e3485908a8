package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.TrailEntryView;
import org.parley.domain.time.Edtf;
import tools.jackson.databind.JsonNode;

/**
 * A development with its date range in valid time.
 *
 * @param id the id of its entry, or of the correction that replaces it
 * @param first the first day on which it may have occurred (UTC)
 * @param last the last day on which it may have occurred (UTC)
 * @param held whether it, or the correction that replaces it, is under embargo
 */
record DatedDevelopment(
        String id,
        String kind,
        String matter,
        String type,
        String occurred,
        LocalDate first,
        LocalDate last,
        String summary,
        String standing,
        boolean held,
        List<String> parties) {

    /**
     * The development of an entry; empty if the entry is editorial or has no date.
     *
     * @param correction the correction that replaces it; null if there is none
     */
    static Optional<DatedDevelopment> of(TrailEntryView entry, @Nullable TrailEntryView correction) {
        if (entry.isEditorial()) {
            return Optional.empty();
        }
        if (correction == null || correction.data() == null) {
            return dated(entry, entry, entry.type(), entry.occurred());
        }
        JsonNode now = correction.data().path("replacement");
        return dated(
                entry,
                correction,
                now.path("type").asString(entry.type()),
                now.path("occurred").asString(null));
    }

    /** The same with another sentence. */
    DatedDevelopment withSummary(String sentence) {
        return new DatedDevelopment(id, kind, matter, type, occurred, first, last, sentence, standing, held, parties);
    }

    boolean isWithin(DateRange range) {
        return !first.isAfter(range.last()) && !last.isBefore(range.first());
    }

    private static Optional<DatedDevelopment> dated(
            TrailEntryView entry, TrailEntryView source, String type, @Nullable String occurred) {
        if (occurred == null) {
            return Optional.empty();
        }
        Edtf date = Edtf.parse(occurred);
        return Optional.of(new DatedDevelopment(
                source.developmentId(),
                entry.kind(),
                entry.matter(),
                type,
                occurred,
                date.start().atOffset(ZoneOffset.UTC).toLocalDate(),
                date.lastDay(),
                source.summary(),
                entry.standing(),
                entry.isHeld() || source.isHeld(),
                entry.parties()));
    }
}
