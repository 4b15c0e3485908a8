package org.parley.archive.trail.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.Standing;

/**
 * An entry of the trail with its editorial status, as it is returned.
 *
 * @param parties the codes of the parties it names; for an editorial event also those of the development it is about
 * @param summary the event in one sentence, with the names as known
 * @param title the title of its matter as known
 * @param firstId the root development: the entry itself, or the development that it is about
 * @param targets the entry that an editorial event is about; null for a development
 * @param disputed whether a dispute about it is open, whatever its standing
 * @param held whether it is under embargo, whatever its standing
 * @param heldUntil the date at which the embargo ends (EDTF); null without an embargo or without a date
 * @param correctedBy the effective correction; null without one
 * @param evidence its sources and grade, including those that editors added, as JSON
 */
public record TrailEntry(
        PublishedEvent event,
        List<String> parties,
        String summary,
        String title,
        UUID firstId,
        @Nullable UUID targets,
        Standing standing,
        boolean disputed,
        boolean held,
        @Nullable String heldUntil,
        @Nullable UUID correctedBy,
        @Nullable String evidence) {

    public long position() {
        return event.position();
    }
}
