package org.parley.archive.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.matter.MatterAddress;

/**
 * Histories of the matters that had news lately, so that one event more is folded without reading all before it. A history
 * may be ahead of the database, when a transaction was rolled back; so it is used only where it goes exactly as far as the
 * database says.
 */
final class Histories {
    /** How many events are kept at most, over all histories. */
    private static final long EVENTS_MAX = 50_000;

    private final Cache<MatterAddress, History> cache = Caffeine.newBuilder()
            .maximumWeight(EVENTS_MAX)
            .weigher((MatterAddress matter, History history) -> history.version())
            .executor(Runnable::run)
            .build();

    /**
     * The history of a matter with these entries at its end.
     *
     * @param stored how far the database goes, without the news
     */
    History after(Connection connection, MatterAddress matter, Reached stored, List<Entry> news) throws SQLException {
        History history = cache.getIfPresent(matter);
        cache.invalidate(matter);
        if (history == null || !reached(history).equals(stored)) {
            history = stored.equals(Reached.NOTHING)
                    ? new History(matter)
                    : History.of(matter, StateTables.entries(connection, matter));
        }
        news.forEach(history::record);
        cache.put(matter, history);
        return history;
    }

    private static Reached reached(History history) {
        @Nullable Entry last = history.version() == 0 ? null : history.entries().get(history.version() - 1);
        return last == null ? Reached.NOTHING : new Reached(history.version(), last.position());
    }
}
