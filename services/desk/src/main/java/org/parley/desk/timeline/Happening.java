package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.parley.desk.api.TrailEntry;
import org.parley.time.Edtf;

/**
 * A development in the world's time.
 *
 * @param first the first day it may have happened on (UTC)
 * @param last the last day it may have happened on (UTC)
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
        List<String> parties) {

    /** The development of an entry; nothing where it is editorial or has no date. */
    static Optional<Happening> of(TrailEntry entry) {
        String occurred = entry.occurred();
        if (occurred == null || entry.isEditorial()) {
            return Optional.empty();
        }
        Edtf date = Edtf.parse(occurred);
        return Optional.of(new Happening(
                entry.developmentId(),
                entry.kind(),
                entry.matter(),
                entry.type(),
                occurred,
                date.start().atOffset(ZoneOffset.UTC).toLocalDate(),
                date.lastDay(),
                entry.summary(),
                entry.standing(),
                entry.parties()));
    }
}
