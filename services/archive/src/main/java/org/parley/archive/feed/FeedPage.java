package org.parley.archive.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed, what was updated last first.
 *
 * @param title of the negotiation
 * @param lastRecorded when the last entry of the trail was recorded, whether it is in the feed or not
 * @param next only entries before this position are on the next page; null if it is the last one
 */
record FeedPage(
        String title,
        Instant lastRecorded,
        List<FeedItem> items,
        @Nullable Long next) {
    /** When the last of its items was updated; of an empty page, when the last entry was recorded. */
    Instant updated() {
        return items.stream().map(FeedItem::updated).max(Instant::compareTo).orElse(lastRecorded);
    }
}
