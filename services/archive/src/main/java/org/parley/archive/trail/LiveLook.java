package org.parley.archive.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.archive.trail.LiveEnd.LateTrail;
import org.parley.stream.build.LiveBuild;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Polls for new entries of all trails. It first reads a handful of rows that show whether any process has committed,
 * and only then the entries. Confined to one thread.
 */
final class LiveLook {
    /** The name of the polled projection. */
    static final String PROJECTION = "trail";

    /** The maximum number of entries that are distributed to the streams; beyond it each stream reads them itself. */
    private static final long UPDATES_MAX = 500;

    private static final Comparator<LiveEntry> BY_OFFSET = Comparator.comparing(LiveEntry::partition)
            .thenComparing(LiveEntry::place)
            .thenComparing(LiveEntry::position);

    private final Trail trail;
    private final JdbcTemplate database;
    private final TransactionTemplate snapshot;
    private final Map<String, Long> ends = new HashMap<>();
    private LiveBuild lastBuild = LiveBuild.unknown();

    LiveLook(DataSource source, Trail trail) {
        this.trail = trail;
        this.database = new JdbcTemplate(source);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The result of a poll.
     *
     * @param news in order; null if the streams have to read the new entries themselves
     */
    record Found(LiveEnd end, @Nullable List<LiveNews> news) {}

    /** Resets the state: the next poll is a first one. */
    void forget() {
        lastBuild = LiveBuild.unknown();
    }

    /** Polls; null if nothing has changed. */
    @Nullable Found look(LiveEnd before) {
        LiveBuild now = query(connection ->
                LiveBuild.look(connection, LiveTables.SCHEMA, PROJECTION).orElseGet(LiveBuild::unknown));
        return now.equals(lastBuild)
                ? null
                : snapshot.execute(transaction -> query(connection -> find(before, connection)));
    }

    private interface Query<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T query(Query<T> query) {
        T result = database.execute((ConnectionCallback<T>) query::of);
        if (result == null) {
            throw new IllegalStateException("the database returned nothing");
        }
        return result;
    }

    private Found find(LiveEnd before, Connection connection) throws SQLException {
        LiveBuild now =
                LiveBuild.look(connection, LiveTables.SCHEMA, PROJECTION).orElseGet(LiveBuild::unknown);
        LiveTables tables = new LiveTables(connection, now);
        Map<String, Long> progress = now.wentOnSince(connection, LiveTables.SCHEMA, lastBuild);
        boolean isOtherBuild = now.number() != lastBuild.number() || !now.topics().equals(lastBuild.topics());
        List<TrailPart> parts = new ArrayList<>();
        if (isOtherBuild) {
            ends.clear();
        } else {
            progress.forEach((negotiation, position) -> {
                long from = ends.getOrDefault(negotiation, 0L);
                if (position > from) {
                    parts.add(new TrailPart(negotiation, from, position));
                }
            });
        }
        ends.putAll(progress);
        LiveEnd end = end(before, tables, isOtherBuild);
        List<LiveNews> news = isOtherBuild ? null : news(before, end, parts);
        lastBuild = now;
        long sequence = before.sequence() + (news == null ? 1 : news.size());
        return new Found(new LiveEnd(sequence, end.cursor(), end.late()), news);
    }

    private LiveEnd end(LiveEnd before, LiveTables tables, boolean isOtherBuild) throws SQLException {
        if (tables.build().topics().size() != 1 || !tables.hasPlaces()) {
            return new LiveEnd(before.sequence(), null, Map.of());
        }
        UUID topic = tables.build().topics().iterator().next();
        Map<Integer, Long> next = new TreeMap<>(tables.offsets());
        StreamCursor reached = before.cursor();
        if (reached != null && reached.topic().equals(topic) && !isOtherBuild) {
            reached.next().forEach((partition, place) -> next.merge(partition, place, Math::max));
        } else {
            tables.places(topic, List.copyOf(next.keySet()))
                    .forEach((partition, place) -> next.merge(partition, place, Math::max));
        }
        Map<String, LateTrail> late = tables.late(topic);
        StreamCursor cursor = StreamCursor.start(topic)
                .with(next, late.values().stream().map(LateTrail::reached).toList());
        return new LiveEnd(before.sequence(), cursor, late);
    }

    /** The updates; null if it is not worthwhile, or not possible, to distribute them to all streams. */
    private @Nullable List<LiveNews> news(LiveEnd before, LiveEnd end, List<TrailPart> parts) {
        StreamCursor from = before.cursor();
        StreamCursor to = end.cursor();
        long count =
                parts.stream().mapToLong(part -> part.upTo() - part.after()).sum();
        if (from == null || to == null) {
            return from == to && count == 0 ? List.of() : null;
        }
        long records = to.next().entrySet().stream()
                .mapToLong(each -> each.getValue() - from.next(each.getKey()))
                .sum();
        // More records than entries: some may be known entries that were read again at another offset.
        if (count > UPDATES_MAX || records > count) {
            return null;
        }
        List<LiveEntry> entries = parts.isEmpty()
                ? List.of()
                : trail.parts(parts, to.topic()).stream().sorted(BY_OFFSET).toList();
        return entries.size() == count
                ? new NewsOrder(before, end).of(entries, negotiations -> trail.beginnings(to.topic(), negotiations))
                : null;
    }
}
