package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.api.TrailEntry;
import org.parley.time.Edtf;
import tools.jackson.databind.JsonNode;

/**
 * A development in the world's time.
 *
 * @param id of the entry that tells of it: its own, or the correction that counts in its place
 * @param first the first day it may have happened on (UTC)
 * @param last the last day it may have happened on (UTC)
 * @param held whether it, or the correction in its place, is under embargo
 */
record Happening(
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
     * The development of an entry; nothing where it is editorial or has no date.
     *
     * @param correction the entry that says what happened in its place; null if it stands as recorded
     */
    static Optional<Happening> of(TrailEntry entry, @Nullable TrailEntry correction) {
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

    private static Optional<Happening> dated(
            TrailEntry entry, TrailEntry teller, String type, @Nullable String occurred) {
        if (occurred == null) {
            return Optional.empty();
        }
        Edtf date = Edtf.parse(occurred);
        return Optional.of(new Happening(
                teller.developmentId(),
                entry.kind(),
                entry.matter(),
                type,
                occurred,
                date.start().atOffset(ZoneOffset.UTC).toLocalDate(),
                date.lastDay(),
                teller.summary(),
                entry.standing(),
                entry.isHeld() || teller.isHeld(),
                entry.parties()));
    }
}
