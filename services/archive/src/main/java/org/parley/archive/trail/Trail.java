package org.parley.archive.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.contract.PublishedEvent;
import org.parley.history.History;
import org.parley.history.Standing;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the trail. */
final class Trail {
    /** How many entries of a whole trail are held in memory at a time. */
    private static final int PORTION = 500;

    /** Which the driver writes as {@code infinity}. */
    private static final OffsetDateTime FOR_EVER = OffsetDateTime.MAX;

    /** All of them: with them the index by matter is of use. */
    private static final List<String> KINDS =
            Stream.of(Kind.values()).map(Kind::slug).toList();

    private final JdbcClient database;

    Trail(JdbcClient database) {
        this.database = database;
    }

    /**
     * The part of a negotiation's trail that a question is about.
     *
     * @throws Problem (404) when there is no such negotiation
     */
    Span span(String negotiation, When when) {
        Last last = last(negotiation);
        long through = when.givenKnownAt() == null
                ? last.position()
                : last(negotiation, when.givenKnownAt()).map(Last::position).orElse(0L);
        return new Span(negotiation, through, when.givenAsOf());
    }

    boolean isThere(String negotiation) {
        return last(negotiation, null).isPresent();
    }

    /**
     * The last position of a negotiation's trail.
     *
     * @throws Problem (404) when there is no such negotiation
     */
    long through(String negotiation) {
        return last(negotiation).position();
    }

    /** A trail up to a position. */
    static Span upTo(String negotiation, long through) {
        return new Span(negotiation, through, null);
    }

    private record Last(long position, Instant recordedAt) {}

    private Last last(String negotiation) {
        return last(negotiation, null)
                .orElseThrow(() -> Problem.notFound(
                        "There is no negotiation '" + negotiation + "'. GET /api/negotiations lists those there are."));
    }

    private Optional<Last> last(String negotiation, @Nullable Instant by) {
        return database.sql("""
                        select position, recorded_at from archive.trail_entry
                        where negotiation = :negotiation and recorded_at <= :by
                        order by recorded_at desc, position desc limit 1""")
                .param("negotiation", negotiation)
                .param("by", by == null ? FOR_EVER : Timestamps.of(by))
                .query((row, n) -> new Last(row.getLong(1), Timestamps.require(row, "recorded_at")))
                .optional();
    }

    /** The entries of a span that are asked for, in the order asked for. */
    List<TrailEntry> page(Span span, TrailAsked.Page page) {
        return query(TrailSelect.page(span, page));
    }

    /** Some parts of trails, in no particular order; empty when some of it is not in this topic. */
    List<LiveEntry> parts(Collection<TrailPart> parts, UUID topic) {
        TrailSelect select = TrailSelect.parts(parts);
        List<Optional<LiveEntry>> entries = database.sql(select.sql())
                .params(select.parameters())
                .query((row, n) -> topic.equals(row.getObject("topic", UUID.class))
                        ? Optional.of(live(row, n))
                        : Optional.<LiveEntry>empty())
                .list();
        return entries.stream().allMatch(Optional::isPresent)
                ? entries.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    /** What is asked for of a part of a partition. */
    List<LiveEntry> streamed(PartitionPart part, LiveQuestion question, int limit) {
        TrailSelect select = TrailSelect.streamed(part, question, limit);
        return database.sql(select.sql())
                .params(select.parameters())
                .query(Trail::live)
                .list();
    }

    /** A negotiation's entry at a position, and where it is in the topic. */
    record Placed(String negotiation, int partition, long place) {}

    /** The first entries of the negotiations that begin at these places. */
    List<Placed> beginningAt(UUID topic, Collection<StreamCursor.Late> places) {
        return database.sql("""
                        select e.negotiation, e.partition, e.place
                        from unnest(:partitions::int[], :places::bigint[]) as p (partition, place)
                        join archive.trail_entry e on e.partition = p.partition and e.place = p.place
                            and e.topic = :topic and e.position = 1""")
                .param(
                        "partitions",
                        places.stream().map(StreamCursor.Late::partition).toArray(Integer[]::new))
                .param("places", places.stream().map(StreamCursor.Late::place).toArray(Long[]::new))
                .param("topic", topic)
                .query((row, n) -> placed(row))
                .list();
    }

    /** The first entries of negotiations, in this topic. */
    List<Placed> beginnings(UUID topic, Collection<String> negotiations) {
        return database.sql("""
                        select e.negotiation, e.partition, e.place from archive.trail_entry e
                        where e.negotiation in (:negotiations) and e.position = 1 and e.topic = :topic""")
                .param("negotiations", negotiations)
                .param("topic", topic)
                .query((row, n) -> placed(row))
                .list();
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(row.getString("negotiation"), row.getInt("partition"), row.getLong("place"));
    }

    /** The last position of a negotiation that a reader has passed who is there; 0 when it has passed none. */
    long reachedBy(StreamCursor cursor, String negotiation) {
        Optional<Placed> begins = cursor.isIncomplete()
                ? Optional.empty()
                : beginnings(cursor.topic(), List.of(negotiation)).stream().findFirst();
        if (begins.isEmpty()) {
            return 0;
        }
        int partition = begins.get().partition();
        for (StreamCursor.Late late : cursor.late()) {
            if (late.partition() == partition && late.place() == begins.get().place()) {
                return late.position();
            }
        }
        return database.sql("""
                        select e.position from archive.trail_entry e where e.negotiation = :negotiation
                        and e.topic = :topic and e.place < :place order by e.position desc limit 1""")
                .param("negotiation", negotiation)
                .param("topic", cursor.topic())
                .param("place", cursor.next(partition))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** All entries of a span that are asked for, however many. */
    void all(Span span, TrailAsked.Page page, Consumer<TrailEntry> reader) {
        TrailAsked.Page next = page.limited(PORTION);
        List<TrailEntry> portion;
        do {
            portion = page(span, next);
            portion.forEach(reader);
            if (!portion.isEmpty()) {
                next = next.from(portion.get(portion.size() - 1).position(), PORTION);
            }
        } while (portion.size() == PORTION);
    }

    /** Every event up to a position that the trail has reached, as it was published, in the order recorded. */
    void events(String negotiation, long through, Consumer<PublishedEvent> reader) {
        for (long after = 0; after < through; after += PORTION) {
            long last = Math.min(after + PORTION, through);
            List<PublishedEvent> portion = database.sql("""
                            select attributes, data from archive.trail_entry
                            where negotiation = :negotiation and position > :after and position <= :last
                            order by position""")
                    .param("negotiation", negotiation)
                    .param("after", after)
                    .param("last", last)
                    .query((row, n) -> StoredEvent.read(row.getString("attributes"), row.getBytes("data")))
                    .list();
            if (portion.size() != last - after) {
                throw new IllegalStateException("the trail of '" + negotiation + "' has " + portion.size()
                        + " entries after position " + after + " up to " + last);
            }
            portion.forEach(reader);
        }
    }

    /** An entry's address: its negotiation, and the development that it is or finally speaks of. */
    record Found(String negotiation, UUID first) {}

    Optional<Found> find(UUID developmentId) {
        return database.sql("select negotiation, first_id from archive.trail_entry where development_id = :id")
                .param("id", developmentId)
                .query((row, n) -> new Found(row.getString(1), row.getObject(2, UUID.class)))
                .optional();
    }

    /** A development and all that was said of it within a span, in the order recorded. */
    List<TrailEntry> account(Span span, UUID first) {
        return query(TrailSelect.account(span, first));
    }

    /** What was recorded of a matter within a span. */
    History history(Span span, MatterAddress matter) {
        return History.of(
                matter,
                database.sql("""
                                select attributes, data from archive.trail_entry where negotiation = :negotiation
                                and kind = :kind and matter = :matter and position <= :through order by position""")
                        .param("negotiation", matter.negotiation())
                        .param("kind", matter.kind().slug())
                        .param("matter", matter.slug())
                        .param("through", span.through())
                        .query((row, n) -> StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                                .entry())
                        .list());
    }

    boolean hasMatter(String negotiation, @Nullable String kind, String slug) {
        return database.sql("""
                        select exists (select from archive.trail_entry
                        where negotiation = :negotiation and kind in (:kinds) and matter = :slug)""")
                .param("negotiation", negotiation)
                .param("kinds", kind == null ? KINDS : List.of(kind))
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    boolean hasParty(String negotiation, String code) {
        return database.sql(
                        "select exists (select from archive.trail_party where negotiation = :negotiation and party = :code)")
                .param("negotiation", negotiation)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private List<TrailEntry> query(TrailSelect select) {
        return database.sql(select.sql())
                .params(select.parameters())
                .query(Trail::entry)
                .list();
    }

    private static LiveEntry live(ResultSet row, int number) throws SQLException {
        return new LiveEntry(entry(row, number), row.getInt("partition"), row.getLong("place"));
    }

    private static TrailEntry entry(ResultSet row, int number) throws SQLException {
        return new TrailEntry(
                StoredEvent.read(row.getString("attributes"), row.getBytes("data")),
                List.of((String[]) row.getArray("parties").getArray()),
                row.getString("summary"),
                row.getObject("first_id", UUID.class),
                row.getObject("targets", UUID.class),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("disputed"),
                row.getBoolean("held"),
                row.getString("embargo_until"),
                row.getObject("corrected_by", UUID.class),
                row.getString("evidence"));
    }
}
