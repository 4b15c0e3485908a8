package org.parley.archive.find;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.archive.trail.search.TrailNames;
import org.parley.archive.trail.search.TrailSearch;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds matters and parties by all their names, and entries by their words. */
final class FindQueries {
    /** How many more matters than requested are examined, since some may not exist at the queried instant. */
    private static final int EXAMINED = 4;

    private final TrailRepository trail;
    private final StateQueries states;
    private final JdbcClient database;

    FindQueries(TrailRepository trail, StateQueries states, DataSource database) {
        this.trail = trail;
        this.states = states;
        this.database = JdbcClient.create(database);
    }

    /** The best answers to a search, of each sort at most one more than requested. */
    record Found(
            TrailSpan span,
            Instant asOf,
            Map<String, List<String>> similar,
            List<FoundMatter> matters,
            List<NamedSubject<String>> parties,
            List<TrailEntry> entries) {}

    /** A matter that exists at the queried instants, with its state. */
    record FoundMatter(NamedSubject<MatterAddress> named, MatterState state) {}

    Found find(String negotiation, String typed, TemporalPoint when, int limit, Language language) {
        TrailSpan span = trail.span(negotiation, when);
        TrailQuery.Page page = TrailQuery.Page.lastWith(typed, limit + 1);
        TrailSearch search = trail.search(span, page);
        Map<String, List<String>> similar = search == null ? Map.of() : search.similar();
        SearchedWords searched = SearchedWords.of(typed, similar);
        TrailNames names = TrailNames.ofAll(database, negotiation, span.through());
        KnownPrefix latest = states.latest(negotiation);
        Instant asOf = when.asOf(latest.completeFrom());
        return new Found(
                span,
                asOf,
                similar,
                matters(searched, names, span, states.knownAt(latest, when), asOf, limit + 1),
                parties(searched, names, span, limit + 1),
                trail.page(span, page, search, language));
    }

    private static List<NamedSubject<String>> parties(
            SearchedWords searched, TrailNames names, TrailSpan span, int limit) {
        return best(
                names.partiesByCode().entrySet().stream()
                        .flatMap(
                                party -> NamedSubject.find(
                                        searched, party.getKey(), party.getKey(), party.getValue(), span.asOf())
                                        .stream()),
                limit);
    }

    private List<FoundMatter> matters(
            SearchedWords searched, TrailNames names, TrailSpan span, KnownPrefix known, Instant asOf, int limit) {
        List<NamedSubject<MatterAddress>> candidates = best(
                names.titles().entrySet().stream()
                        .filter(matter -> matter.getKey().kind() != MatterKind.NEGOTIATION)
                        .flatMap(matter -> NamedSubject.find(
                                searched, matter.getKey(), matter.getKey().slug(), matter.getValue(), span.asOf())
                                .stream()),
                limit * EXAMINED);
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<MatterAddress, MatterState> existing = new HashMap<>();
        states.matters(known, asOf, candidates.stream().map(NamedSubject::of).toList())
                .forEach(state -> existing.put(state.address(), state));
        return candidates.stream()
                .flatMap(each -> Stream.ofNullable(existing.get(each.of())).map(state -> new FoundMatter(each, state)))
                .limit(limit)
                .toList();
    }

    private static <T> List<NamedSubject<T>> best(Stream<NamedSubject<T>> found, int limit) {
        return found.sorted(NamedSubject.bestFirst()).limit(limit).toList();
    }
}
