package org.parley.archive.feed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.alert.AlertReason;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.time.Edtf;

/**
 * A date of a negotiation, as an entry of a calendar.
 *
 * @param matter the matter that it is about
 * @param reason what happens then; null for a meeting that was held
 * @param commitment the commitment that is due; null for other reasons
 * @param title of the matter
 * @param date null if it is known to be expected, but not when
 * @param cause the development that set the date
 */
record CalendarDate(
        MatterAddress matter,
        @Nullable AlertReason reason,
        @Nullable String commitment,
        String title,
        @Nullable Edtf date,
        FeedItem cause) {

    /** The same when the date is moved, so that a calendar moves its entry. */
    UUID uid() {
        String name = matter + " " + (matter.kind().slug().equals("meeting") ? "MEETING" : reason) + " " + commitment;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
