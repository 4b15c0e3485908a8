package org.parley.archive.trail.query;

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
import org.parley.archive.query.LastRecordedReader;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.archive.trail.search.TrailNames;
import org.parley.archive.trail.search.TrailSearch;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.evidence.Grade;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.history.Standing;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the trail from the database. */
public final class TrailRepository implements LastRecordedReader {
    /** The number of entries that are read at a time. */
    private static final int BATCH = 500;

    /** The positions that a search looks through first, beside some for each entry that is wanted. */
    private static final int SCANNED = 500;

    /** Later than everything: the driver writes it as {@code infinity}. */
    private static final OffsetDateTime INFINITY = OffsetDateTime.MAX;

    /** All kinds: naming them lets PostgreSQL use the index by matter. */
    private static final List<String> KINDS =
            Stream.of(MatterKind.values()).map(MatterKind::slug).toList();

    private final JdbcClient database;

    public TrailRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The part of a trail that a query covers.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    public TrailSpan span(String negotiation, TemporalPoint when) {
        Last last = last(negotiation);
        long through = when.requestedKnownAt() == null
                ? last.position()
                : last(negotiation, when.requestedKnownAt()).map(Last::position).orElse(0L);
        return new TrailSpan(negotiation, through, when.requestedAsOf());
    }

    public boolean hasNegotiation(String negotiation) {
        return last(negotiation, null).isPresent();
    }

    /**
     * The last position of a trail.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    public long lastPosition(String negotiation) {
        return last(negotiation).position();
    }

    @Override
    public Optional<Instant> lastRecordedAt(String negotiation) {
        return last(negotiation, null).map(Last::recordedAt);
    }

    /**
     * Identifies the last entry of a span, and so everything in it: of a trail that was recorded again, the entry at
     * the same position is another.
     */
    public String lastEntry(TrailSpan span) {
        return database.sql("""
                        select development_id || ' ' || recorded_at from archive.trail_entry
                        where negotiation = :negotiation and position = :through""")
                .param("negotiation", span.negotiation())
                .param("through", span.through())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The span up to a position. */
    public static TrailSpan upTo(String negotiation, long through) {
        return new TrailSpan(negotiation, through, null);
    }

    private record Last(long position, Instant recordedAt) {}

    private Last last(String negotiation) {
        return last(negotiation, null)
                .orElseThrow(() -> QueryProblemException.notFound(
                        "There is no negotiation '" + negotiation + "'. GET /api/negotiations lists all of them.",
                        "No hay ninguna negociación «" + negotiation + "». GET /api/negotiations las enumera."));
    }

    private Optional<Last> last(String negotiation, @Nullable Instant by) {
        return database.sql("""
                        select position, recorded_at from archive.trail_entry
                        where negotiation = :negotiation and recorded_at <= :by and %s
                        order by recorded_at desc, position desc limit 1""".formatted(StoredEvent.ENDS_GROUP))
                .param("negotiation", negotiation)
                .param("by", by == null ? INFINITY : Timestamps.of(by))
                .query((row, n) -> new Last(row.getLong(1), Timestamps.require(row, "recorded_at")))
                .optional();
    }

    /** A page of the entries of a span that match the filter, in the requested order, with English sentences. */
    public List<TrailEntry> page(TrailSpan span, TrailQuery.Page page) {
        return page(span, page, Language.ENGLISH);
    }

    /** The same with sentences in a language. */
    public List<TrailEntry> page(TrailSpan span, TrailQuery.Page page, Language language) {
        return page(span, page, search(span, page), language);
    }

    /**
     * The same by a search that was prepared.
     *
     * @param search the {@link #search} of the page
     */
    public List<TrailEntry> page(
            TrailSpan span, TrailQuery.Page page, @Nullable TrailSearch search, Language language) {
        List<StoredEntry> stored =
                search == null ? stored(TrailSql.page(span, page, null)) : searched(span, page, search);
        return withSentences(span, stored, language);
    }

    /**
     * Looks through the first positions, and only then into the index: it would collect every entry with a frequent word
     * before the first ones are known, in a long trail for seconds.
     */
    private List<StoredEntry> searched(TrailSpan span, TrailQuery.Page page, TrailSearch search) {
        TrailQuery.Page beginning = page.beginning(span.through(), SCANNED + 4L * page.limit());
        if (beginning != null) {
            List<StoredEntry> found = stored(TrailSql.scannedPage(span, beginning, search));
            boolean isWhole = beginning.after() == page.after()
                    && beginning.before() == Math.min(page.before(), span.through() + 1);
            if (isWhole || found.size() == page.limit()) {
                return found;
            }
        }
        return stored(TrailSql.page(span, page, search));
    }

    /** The search of a page; null without a search text. */
    @Nullable public TrailSearch search(TrailSpan span, TrailQuery.Page page) {
        return TrailSearch.of(
                database, span, page.filter().words(), page.filter().tolerant());
    }

    /**
     * The entries of some ranges of positions, in no particular order; empty if the offset of one belongs to another
     * topic.
     */
    public List<StreamedEntry> entriesIn(Collection<PositionRange> parts, UUID topic) {
        TrailSql select = TrailSql.entriesIn(parts);
        List<Optional<StoredEntryWithOffset>> entries = database.sql(select.sql())
                .params(select.parameters())
                .query((row, n) -> topic.equals(row.getObject("topic", UUID.class))
                        ? Optional.of(StoredEntryWithOffset.of(row))
                        : Optional.<StoredEntryWithOffset>empty())
                .list();
        return entries.stream().allMatch(Optional::isPresent)
                ? withSentences(entries.stream().flatMap(Optional::stream).toList())
                : List.of();
    }

    /** The entries of a range of offsets that match the query. */
    public List<StreamedEntry> entriesByOffset(OffsetRange part, LiveQuery query, int limit) {
        TrailSql select = TrailSql.entriesByOffset(part, query, limit);
        return withSentences(database.sql(select.sql())
                .params(select.parameters())
                .query((row, n) -> StoredEntryWithOffset.of(row))
                .list());
    }

    /** An entry of a negotiation with its offset. */
    public record EntryOffset(String negotiation, int partition, long offset) {}

    /** The first entries of the negotiations that start at these offsets. */
    public List<EntryOffset> negotiationsStartingAt(UUID topic, Collection<StreamCursor.LatePosition> places) {
        return database.sql("""
                        select e.negotiation, e.partition, e.place
                        from unnest(:partitions::int[], :places::bigint[]) as p (partition, place)
                        join archive.trail_entry e on e.partition = p.partition and e.place = p.place
                            and e.topic = :topic and e.position = 1""")
                .param(
                        "partitions",
                        places.stream()
                                .map(StreamCursor.LatePosition::partition)
                                .toArray(Integer[]::new))
                .param(
                        "places",
                        places.stream().map(StreamCursor.LatePosition::offset).toArray(Long[]::new))
                .param("topic", topic)
                .query((row, n) -> entryOffset(row))
                .list();
    }

    /** The first entries of negotiations in this topic. */
    public List<EntryOffset> startOffsets(UUID topic, Collection<String> negotiations) {
        return database.sql("""
                        select e.negotiation, e.partition, e.place from archive.trail_entry e
                        where e.negotiation in (:negotiations) and e.position = 1 and e.topic = :topic""")
                .param("negotiations", negotiations)
                .param("topic", topic)
                .query((row, n) -> entryOffset(row))
                .list();
    }

    private static EntryOffset entryOffset(ResultSet row) throws SQLException {
        return new EntryOffset(row.getString("negotiation"), row.getInt("partition"), row.getLong("place"));
    }

    /** The last position of a negotiation that a reader with this cursor has passed; 0 if none. */
    long positionReached(StreamCursor cursor, String negotiation) {
        Optional<EntryOffset> begins = cursor.isIncomplete()
                ? Optional.empty()
                : startOffsets(cursor.topic(), List.of(negotiation)).stream().findFirst();
        if (begins.isEmpty()) {
            return 0;
        }
        int partition = begins.get().partition();
        for (StreamCursor.LatePosition late : cursor.late()) {
            if (late.partition() == partition && late.offset() == begins.get().offset()) {
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

    /** Passes all matching entries of a span to a consumer, in batches, with English sentences. */
    public void forEach(TrailSpan span, TrailQuery.Page page, Consumer<TrailEntry> reader) {
        TrailSearch search = search(span, page);
        TrailQuery.Page next = page.withLimit(BATCH);
        List<TrailEntry> batch;
        do {
            batch = page(span, next, search, Language.ENGLISH);
            batch.forEach(reader);
            if (!batch.isEmpty()) {
                next = next.from(batch.get(batch.size() - 1).position(), BATCH);
            }
        } while (batch.size() == BATCH);
    }

    /**
     * Passes every event up to a position to a consumer, as published and in the order recorded.
     *
     * @throws IllegalStateException if the trail does not reach the position
     */
    public void forEachEvent(String negotiation, long through, Consumer<PublishedEvent> reader) {
        for (long after = 0; after < through; after += BATCH) {
            long last = Math.min(after + BATCH, through);
            List<PublishedEvent> batch = database.sql("""
                            select attributes, data from archive.trail_entry
                            where negotiation = :negotiation and position > :after and position <= :last
                            order by position""")
                    .param("negotiation", negotiation)
                    .param("after", after)
                    .param("last", last)
                    .query((row, n) -> StoredEvent.read(row.getString("attributes"), row.getBytes("data")))
                    .list();
            if (batch.size() != last - after) {
                throw new IllegalStateException("the trail of '" + negotiation + "' has " + batch.size()
                        + " entries after position " + after + " up to " + last);
            }
            batch.forEach(reader);
        }
    }

    /** The negotiation and the root development of an entry. */
    public record EntryAddress(String negotiation, UUID first) {}

    public Optional<EntryAddress> find(UUID developmentId) {
        return database.sql("select negotiation, first_id from archive.trail_entry where development_id = :id")
                .param("id", developmentId)
                .query((row, n) -> new EntryAddress(row.getString(1), row.getObject(2, UUID.class)))
                .optional();
    }

    /** A development and all editorial events about it within a span, in the order recorded. */
    public List<TrailEntry> thread(TrailSpan span, UUID first, Language language) {
        return withSentences(span, stored(TrailSql.thread(span, first)), language);
    }

    /** The same for several developments. */
    public List<TrailEntry> threads(TrailSpan span, Collection<UUID> firsts, Language language) {
        return withSentences(span, stored(TrailSql.threads(span, firsts)), language);
    }

    /** The names of the parties, and the titles of these matters, as known within a span. */
    public TrailNames names(TrailSpan span, Collection<MatterAddress> matters) {
        return TrailNames.of(database, matters, span.through());
    }

    /**
     * An entry of a span as one sentence with other content: that of a correction.
     *
     * @param of the entry whose content is replaced
     */
    public String sentence(TrailSpan span, PublishedEvent of, Development replacement, Language language) {
        LedgerEntry entry = new LedgerEntry(
                of.developmentId(), of.subject(), of.position(), of.recordedAt(), of.editor(), replacement);
        return SentenceRenderer.of(database, List.of(entry), span.through(), language)
                .of(
                        entry,
                        replacement.evidence() == null
                                ? null
                                : replacement.evidence().grade());
    }

    /** The recorded history of a matter within a span. */
    public RecordedHistory history(TrailSpan span, MatterAddress matter) {
        return RecordedHistory.of(
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

    public boolean hasMatter(String negotiation, @Nullable String kind, String slug) {
        return database.sql("""
                        select exists (select from archive.trail_entry
                        where negotiation = :negotiation and kind in (:kinds) and matter = :slug)""")
                .param("negotiation", negotiation)
                .param("kinds", kind == null ? KINDS : List.of(kind))
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    public boolean hasParty(String negotiation, String code) {
        return database.sql(
                        "select exists (select from archive.trail_party where negotiation = :negotiation and party = :code)")
                .param("negotiation", negotiation)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private List<StoredEntry> stored(TrailSql select) {
        return database.sql(select.sql())
                .params(select.parameters())
                .query((row, n) -> StoredEntry.of(row))
                .list();
    }

    private List<TrailEntry> withSentences(TrailSpan span, List<StoredEntry> stored, Language language) {
        Instant asOf = span.asOf() == null ? Instant.MAX : span.asOf();
        SentenceRenderer sentences = SentenceRenderer.of(
                database, stored.stream().map(StoredEntry::entry).toList(), span.through(), language);
        return stored.stream().map(each -> each.toEntry(sentences, asOf)).toList();
    }

    private List<StreamedEntry> withSentences(List<StoredEntryWithOffset> stored) {
        SentenceRenderer sentences = SentenceRenderer.of(
                database, stored.stream().map(each -> each.entry().entry()).toList(), Long.MAX_VALUE, Language.ENGLISH);
        return stored.stream()
                .map(each ->
                        new StreamedEntry(each.entry().toEntry(sentences, Instant.MAX), each.partition(), each.place()))
                .toList();
    }

    /** A stored entry with its offset, before it has a sentence. */
    private record StoredEntryWithOffset(StoredEntry entry, int partition, long place) {
        static StoredEntryWithOffset of(ResultSet row) throws SQLException {
            return new StoredEntryWithOffset(StoredEntry.of(row), row.getInt("partition"), row.getLong("place"));
        }
    }

    /** A stored entry, before it has a sentence with the known names. */
    private record StoredEntry(
            PublishedEvent event,
            LedgerEntry entry,
            List<String> parties,
            UUID firstId,
            @Nullable UUID targets,
            Standing standing,
            boolean disputed,
            boolean held,
            @Nullable String heldUntil,
            @Nullable UUID correctedBy,
            @Nullable String evidence) {

        static StoredEntry of(ResultSet row) throws SQLException {
            PublishedEvent event = StoredEvent.read(row.getString("attributes"), row.getBytes("data"));
            return new StoredEntry(
                    event,
                    event.entry(),
                    List.of((String[]) row.getArray("parties").getArray()),
                    row.getObject("first_id", UUID.class),
                    row.getObject("targets", UUID.class),
                    Standing.valueOf(row.getString("standing")),
                    row.getBoolean("disputed"),
                    row.getBoolean("held"),
                    row.getString("embargo_until"),
                    row.getObject("corrected_by", UUID.class),
                    row.getString("evidence"));
        }

        private @Nullable Grade grade() {
            return evidence == null
                    ? null
                    : new Grade(Json.MAPPER.readTree(evidence).path("grade").asString());
        }

        /** The entry with its sentence, and with the title of its matter as of an instant of valid time. */
        TrailEntry toEntry(SentenceRenderer sentences, Instant asOf) {
            return new TrailEntry(
                    event,
                    parties,
                    sentences.of(entry, grade()),
                    sentences.names().title(entry.matter(), asOf),
                    firstId,
                    targets,
                    standing,
                    disputed,
                    held,
                    heldUntil,
                    correctedBy,
                    evidence);
        }
    }
}
