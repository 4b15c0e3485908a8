package org.parley.archive.trail.live;

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
import org.parley.archive.trail.live.StreamEnd.LateTrail;
import org.parley.archive.trail.query.PositionRange;
import org.parley.archive.trail.query.StreamCursor;
import org.parley.archive.trail.query.StreamedEntry;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.projection.rebuild.LiveBuild;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Polls for new entries of all trails. It first reads a few rows that show whether any process has committed, and the
 * entries only if one has. Confined to one thread.
 */
public final class LivePoller {
    /** The name of the polled projection. */
    static final String PROJECTION = "trail";

    /** The maximum number of entries that are distributed to the streams; beyond it each stream reads them itself. */
    private static final long UPDATES_MAX = 500;

    private static final Comparator<StreamedEntry> BY_OFFSET = Comparator.comparing(StreamedEntry::partition)
            .thenComparing(StreamedEntry::offset)
            .thenComparing(StreamedEntry::position);

    private final TrailRepository trail;
    private final JdbcTemplate database;
    private final TransactionTemplate snapshot;
    private final Map<String, Long> ends = new HashMap<>();
    private LiveBuild lastBuild = LiveBuild.unknown();

    public LivePoller(DataSource source, TrailRepository trail) {
        this.trail = trail;
        this.database = new JdbcTemplate(source);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The result of a poll.
     *
     * @param updates in order; null if the streams have to read the new entries themselves
     */
    record PollResult(StreamEnd end, @Nullable List<LiveUpdate> updates) {}

    /** Resets the state: the next poll is a first one. */
    void reset() {
        lastBuild = LiveBuild.unknown();
    }

    /** Polls; null if nothing has changed. */
    @Nullable PollResult poll(StreamEnd before) {
        LiveBuild now = query(connection ->
                LiveBuild.find(connection, StreamEndReader.SCHEMA, PROJECTION).orElseGet(LiveBuild::unknown));
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

    private PollResult find(StreamEnd before, Connection connection) throws SQLException {
        LiveBuild now =
                LiveBuild.find(connection, StreamEndReader.SCHEMA, PROJECTION).orElseGet(LiveBuild::unknown);
        StreamEndReader tables = new StreamEndReader(connection, now);
        Map<String, Long> progress = now.advancedSince(connection, StreamEndReader.SCHEMA, lastBuild);
        boolean isOtherBuild =
                now.number() != lastBuild.number() || !now.topics().equals(lastBuild.topics());
        List<PositionRange> parts = new ArrayList<>();
        if (isOtherBuild) {
            ends.clear();
        } else {
            progress.forEach((negotiation, position) -> {
                long from = ends.getOrDefault(negotiation, 0L);
                if (position > from) {
                    parts.add(new PositionRange(negotiation, from, position));
                }
            });
        }
        ends.putAll(progress);
        StreamEnd end = end(before, tables, isOtherBuild);
        List<LiveUpdate> news = isOtherBuild ? null : news(before, end, parts);
        lastBuild = now;
        long sequence = before.sequence() + (news == null ? 1 : news.size());
        return new PollResult(new StreamEnd(sequence, end.cursor(), end.late()), news);
    }

    private StreamEnd end(StreamEnd before, StreamEndReader tables, boolean isOtherBuild) throws SQLException {
        if (tables.build().topics().size() != 1 || !tables.hasOffsets()) {
            return new StreamEnd(before.sequence(), null, Map.of());
        }
        UUID topic = tables.build().topics().iterator().next();
        Map<Integer, Long> next = new TreeMap<>(tables.offsets());
        StreamCursor reached = before.cursor();
        if (reached != null && reached.topic().equals(topic) && !isOtherBuild) {
            reached.next().forEach((partition, place) -> next.merge(partition, place, Math::max));
        } else {
            tables.lastOffsets(topic, List.copyOf(next.keySet()))
                    .forEach((partition, place) -> next.merge(partition, place, Math::max));
        }
        Map<String, LateTrail> late = tables.late(topic);
        StreamCursor cursor = StreamCursor.start(topic)
                .with(next, late.values().stream().map(LateTrail::reached).toList());
        return new StreamEnd(before.sequence(), cursor, late);
    }

    /** The updates; null if it is not worthwhile, or not possible, to distribute them to all streams. */
    private @Nullable List<LiveUpdate> news(StreamEnd before, StreamEnd end, List<PositionRange> parts) {
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
        List<StreamedEntry> entries = parts.isEmpty()
                ? List.of()
                : trail.entriesIn(parts, to.topic()).stream().sorted(BY_OFFSET).toList();
        return entries.size() == count
                ? new LiveUpdateSequencer(before, end)
                        .sequence(entries, negotiations -> trail.startOffsets(to.topic(), negotiations))
                : null;
    }
}
