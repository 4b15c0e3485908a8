package org.parley.archive.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.trail.query.TrailEntry;

/**
 * An entry of the trail as an item of a feed.
 *
 * @param title the sentence of the entry, in its last wording; says so if the entry was corrected or retracted
 * @param paragraphs what there is to say of it, one paragraph each
 * @param about the entry that an editorial event is about; null for a development
 * @param updated when it, or the last of what was later said of it, was recorded
 * @param correctionHeld whether a correction of it is under embargo, so that the state has content that is not told
 */
record FeedItem(
        TrailEntry entry,
        String title,
        List<String> paragraphs,
        @Nullable UUID about,
        Instant updated,
        boolean correctionHeld) {
    UUID id() {
        return entry.event().developmentId();
    }

    Instant published() {
        return entry.event().recordedAt();
    }

    /** The labels by which readers filter: kind, type, parties. */
    List<String> tags() {
        return Stream.concat(
                        Stream.of(
                                entry.event().subject().kind().slug(),
                                entry.event().type().event()),
                        entry.parties().stream())
                .distinct()
                .toList();
    }

    String text() {
        return String.join("\n\n", paragraphs);
    }
}
