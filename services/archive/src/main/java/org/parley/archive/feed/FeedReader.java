package org.parley.archive.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.archive.trail.query.TrailFilter;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.archive.trail.web.TrailFilterCheck;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterAddress;

/** Reads the entries of the trail that are the items of a feed. */
final class FeedReader {
    private static final List<String> EDITORIAL_TYPES = Stream.of(EditorialEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();

    private static final Comparator<FeedItem> LAST_UPDATED_FIRST = Comparator.comparing(FeedItem::updated)
            .thenComparing(item -> item.entry().position())
            .reversed();

    /** The number of the last editorial events whose entries are on the first page. */
    private static final int UPDATES = 100;

    private final TrailRepository trail;

    FeedReader(TrailRepository trail) {
        this.trail = trail;
    }

    /**
     * A page of the feed. The first page also has older entries of which something was said lately, so that a reader of
     * the first page alone learns of every correction twice: as an item, and as an update of the item it is about.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    FeedPage page(String negotiation, TemporalPoint now, TrailQuery.Page asked, Language language) {
        TrailSpan span = trail.span(negotiation, now);
        TrailFilterCheck.requireKnown(trail, asked.filter(), negotiation);
        List<TrailEntry> found = trail.page(span, asked.withLimit(asked.limit() + 1), language);
        boolean more = found.size() > asked.limit();
        List<TrailEntry> entries = new ArrayList<>(more ? found.subList(0, asked.limit()) : found);
        Long next = more ? entries.getLast().position() : null;
        if (asked.before() == Long.MAX_VALUE) {
            entries.addAll(matching(span, asked.filter(), spokenOf(span, asked, language), language));
        }
        return new FeedPage(
                title(span),
                trail.lastRecordedAt(negotiation).orElseThrow(),
                items(span, entries, language).stream()
                        .sorted(LAST_UPDATED_FIRST)
                        .toList(),
                next);
    }

    /**
     * The title of a negotiation.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    String title(String negotiation, TemporalPoint now, TrailFilter filter) {
        TrailFilterCheck.requireKnown(trail, filter, negotiation);
        return title(trail.span(negotiation, now));
    }

    private String title(TrailSpan span) {
        MatterAddress address = MatterAddress.ofNegotiation(span.negotiation());
        return trail.names(span, List.of(address)).title(address, Instant.MAX);
    }

    /** The entries of which something was said lately, whatever the filter says of the type of what was said. */
    private List<UUID> spokenOf(TrailSpan span, TrailQuery.Page asked, Language language) {
        TrailFilter filter = asked.filter();
        TrailFilter editorial = new TrailFilter(
                filter.kinds(),
                filter.matter(),
                filter.parties(),
                EDITORIAL_TYPES,
                List.of(),
                List.of(),
                List.of(),
                null,
                false);
        return trail
                .page(
                        span,
                        new TrailQuery.Page(editorial, 0, Long.MAX_VALUE, TrailQuery.Order.NEWEST_FIRST, UPDATES),
                        language)
                .stream()
                .flatMap(entry -> Stream.of(entry.firstId(), entry.targets()))
                .distinct()
                .toList();
    }

    /** Those of these entries that match a filter. */
    List<TrailEntry> matching(TrailSpan span, TrailFilter filter, Collection<@Nullable UUID> ids, Language language) {
        List<UUID> wanted = ids.stream().filter(Objects::nonNull).distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        TrailFilter those = new TrailFilter(
                filter.kinds(),
                filter.matter(),
                filter.parties(),
                filter.types(),
                filter.standings(),
                filter.editors(),
                wanted,
                filter.words(),
                filter.tolerant());
        return trail.page(
                span,
                new TrailQuery.Page(those, 0, Long.MAX_VALUE, TrailQuery.Order.NEWEST_FIRST, wanted.size()),
                language);
    }

    /** The items of those of these entries that may be in a feed. */
    List<FeedItem> items(TrailSpan span, Collection<TrailEntry> entries, Language language) {
        Map<UUID, TrailEntry> distinct = new LinkedHashMap<>();
        entries.forEach(entry -> distinct.putIfAbsent(PublishedThread.id(entry), entry));
        Map<UUID, PublishedThread> threads = trail
                .threads(
                        span,
                        distinct.values().stream()
                                .map(TrailEntry::firstId)
                                .distinct()
                                .toList(),
                        language)
                .stream()
                .collect(Collectors.groupingBy(
                        TrailEntry::firstId, Collectors.collectingAndThen(Collectors.toList(), PublishedThread::new)));
        FeedWording wording = new FeedWording(
                language, (first, replacement) -> trail.sentence(span, first.event(), replacement, language));
        return distinct.values().stream()
                .flatMap(entry -> {
                    PublishedThread thread = threads.get(entry.firstId());
                    return thread == null || !thread.isTold(entry)
                            ? Stream.<FeedItem>empty()
                            : Stream.of(wording.item(entry, thread));
                })
                .toList();
    }
}
