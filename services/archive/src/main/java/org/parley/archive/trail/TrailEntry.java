package org.parley.archive.trail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.history.Standing;

/**
 * An entry of the trail as it is shown: what was recorded, and what the newsroom holds of it.
 *
 * @param parties the codes of those it names; for an editorial event also those of the development that it is about
 * @param summary the event in one English sentence
 * @param firstId the development that it is, or finally speaks of
 * @param targets what an editorial event speaks of directly
 * @param standing how it stands
 * @param disputed whether it is disputed, however it stands otherwise
 * @param held whether it is under embargo, however it stands otherwise
 * @param heldUntil the date given for the embargo's end; null where it is under none or none was given
 * @param correctedBy the correction that counts in its place
 * @param evidence its sources and grade, the desk's additions among them, as JSON
 */
record TrailEntry(
        PublishedEvent event,
        List<String> parties,
        String summary,
        UUID firstId,
        @Nullable UUID targets,
        Standing standing,
        boolean disputed,
        boolean held,
        @Nullable String heldUntil,
        @Nullable UUID correctedBy,
        @Nullable String evidence) {

    long position() {
        return event.position();
    }
}
