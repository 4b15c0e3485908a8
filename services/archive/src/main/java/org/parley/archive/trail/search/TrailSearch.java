package org.parley.archive.trail.search;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.search.SearchWords.Term;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A search in a trail by the names as known at a position: an entry that mentions a party or matter whose name contains
 * a searched word is found by the {@link NameToken token} of that name. Where a name changed at some date, the entries
 * before and after it are searched for different tokens.
 *
 * @param parts consecutive periods of valid time
 * @param similar the words that were searched for in place of those that occur nowhere, if this was requested
 */
public record TrailSearch(List<Period> parts, Map<String, List<String>> similar) {
    /**
     * The maximum number of variants of a phrase with tokens in place of names; further names are searched for as
     * typed.
     */
    private static final int PHRASINGS_MAX = 32;

    private static final String ADMITTED = """
            select distinct t.party, t.name from archive.trail_party t
            where t.negotiation = :negotiation and t.party = any (:parties::text[]) and t.name is not null
            and (to_jsonb(t) ->> 'since')::bigint <= :through""";

    /**
     * The tables of the former version have no normalised names: there the names themselves are in the searchable text.
     * A hyphen before a number would be read as its sign, so a name with hyphens, such as the slug of a matter without
     * a title, is also searched without them.
     */
    private static final String HITS = """
            with term as (
                select n - 1 as number, text, phrase, case when length(to_tsvector('english', text)) = 0 then null
                    when phrase then phraseto_tsquery('english', text)
                    when beginning then websearch_to_tsquery('english', text) || to_tsquery('english', text || ':*')
                    else websearch_to_tsquery('english', text) end as query
                from unnest(:texts::text[], :phrases::boolean[], :beginnings::boolean[])
                    with ordinality as t (text, phrase, beginning, n)),
            given as (
                select 'party' as kind, t.party as called, coalesce(to_jsonb(t) ->> 'words', lower(t.party)) as words,
                    (to_jsonb(t) ->> 'since')::bigint as since
                from archive.trail_party t where t.negotiation = :negotiation
                union
                select t.kind, t.matter, coalesce(to_jsonb(t) ->> 'words', lower(t.matter)),
                    (to_jsonb(t) ->> 'since')::bigint
                from archive.trail_matter t where t.negotiation = :negotiation),
            found as (
                select term.number, given.kind, given.called, given.words,
                    coalesce(to_tsvector('english', given.words || case when given.words like '%-%'
                        then ' ' || translate(given.words, '-', ' ') else '' end) @@ term.query, false) as named,
                    term.phrase and given.words <> '' and position(given.words in term.text) > 0 as part
                from term join given on given.since <= :through)
            select * from found where named or part
            union all select number, null, null, null, false, false from term where query is null""";

    /**
     * The search for what occurred in a period; a null instant is open.
     *
     * @param from inclusive
     * @param until exclusive
     * @param any alternatives, of which one must match; all terms of an alternative must match
     */
    public record Period(@Nullable Instant from, @Nullable Instant until, List<List<TermQuery>> any) {}

    /**
     * One term with its variants.
     *
     * @param phrasings the phrase with tokens in place of names in it
     * @param tokens the tokens of everything with the term in its name
     */
    public record TermQuery(Term term, Set<String> phrasings, Set<String> tokens) {}

    /**
     * A party, matter or admission, which has a name.
     *
     * @param recorded the name that an admission of the party recorded, which its sentence shows; null for everything
     *     else
     */
    private record Called(
            String kind, String slug, @Nullable String recorded) {
        boolean isParty() {
            return kind.equals("party");
        }

        String token() {
            if (recorded != null) {
                return NameToken.admission(slug, recorded);
            }
            return isParty() ? NameToken.party(slug) : NameToken.matter(kind, slug);
        }
    }

    /**
     * A match between a name and a term.
     *
     * @param named whether the name contains the term
     * @param part whether the term, a phrase, contains the name
     */
    private record Hit(int term, boolean named, boolean part) {}

    /**
     * The search in a span; null without a search text.
     *
     * @param tolerant whether similar words are searched for in place of those that occur nowhere
     */
    static @Nullable public TrailSearch of(
            JdbcClient database, TrailSpan span, @Nullable String typed, boolean tolerant) {
        if (typed == null) {
            return null;
        }
        SearchWords.Search asTyped = SearchWords.Search.of(typed);
        Map<String, List<String>> similar = tolerant ? SimilarWords.of(database, span, asTyped.terms()) : Map.of();
        return of(database, span, asTyped.with(similar), similar);
    }

    private static TrailSearch of(
            JdbcClient database, TrailSpan span, SearchWords.Search search, Map<String, List<String>> similar) {
        List<Term> terms = search.terms();
        Map<String, Set<Hit>> hits = new HashMap<>();
        Set<Called> called = new LinkedHashSet<>();
        Set<Integer> withoutWords = new HashSet<>();
        database.sql(HITS)
                .param("texts", terms.stream().map(Term::text).toArray(String[]::new))
                .param("phrases", terms.stream().map(Term::phrase).toArray(Boolean[]::new))
                .param("beginnings", terms.stream().map(Term::beginning).toArray(Boolean[]::new))
                .param("negotiation", span.negotiation())
                .param("through", span.through())
                .query((ResultSet row) -> {
                    if (row.getString("kind") == null) {
                        withoutWords.add(row.getInt("number"));
                        return;
                    }
                    called.add(new Called(row.getString("kind"), row.getString("called"), null));
                    hits.computeIfAbsent(row.getString("words"), words -> new HashSet<>())
                            .add(new Hit(row.getInt("number"), row.getBoolean("named"), row.getBoolean("part")));
                });
        called.addAll(admissions(database, span, called));
        return new Reading(search, similar, withoutWords, timelines(database, span, called), hits).named();
    }

    /** The admissions of the parties among these. */
    private static List<Called> admissions(JdbcClient database, TrailSpan span, Set<Called> called) {
        String[] parties =
                called.stream().filter(Called::isParty).map(Called::slug).toArray(String[]::new);
        return parties.length == 0
                ? List.of()
                : database.sql(ADMITTED)
                        .param("negotiation", span.negotiation())
                        .param("parties", parties)
                        .param("through", span.through())
                        .query((row, n) -> new Called("party", row.getString("party"), row.getString("name")))
                        .list();
    }

    /** The normalised names over valid time of everything that can be found by a name. */
    private static Map<Called, Timeline<String>> timelines(JdbcClient database, TrailSpan span, Set<Called> called) {
        if (called.isEmpty()) {
            return Map.of();
        }
        List<MatterAddress> matters = Stream.concat(
                        Stream.of(MatterAddress.ofNegotiation(span.negotiation())),
                        called.stream().filter(each -> !each.isParty()).map(each -> address(span, each)))
                .toList();
        TrailNames names = TrailNames.of(database, matters, span.through());
        Map<Called, Timeline<String>> timelines = new HashMap<>();
        for (Called each : called) {
            timelines.put(each, timeline(span, each, names));
        }
        return timelines;
    }

    /** Without a name, the code or slug is used. */
    private static Timeline<String> timeline(TrailSpan span, Called called, TrailNames names) {
        if (called.recorded != null && names.isNamed(span.negotiation(), new PartyCode(called.slug), called.recorded)) {
            return Timeline.always(called.recorded);
        }
        Timeline<String> known = called.isParty()
                ? names.party(span.negotiation(), new PartyCode(called.slug))
                : names.title(address(span, called));
        return known.values().isEmpty() ? Timeline.always(called.slug) : known;
    }

    private static MatterAddress address(TrailSpan span, Called matter) {
        return new MatterAddress(
                span.negotiation(), MatterKind.ofSlug(matter.kind).orElseThrow(), matter.slug);
    }

    /**
     * The matches of the names.
     *
     * @param withoutWords the numbers of the terms without a searchable word, such as "the"
     * @param hits by the normalised name
     */
    private record Reading(
            SearchWords.Search search,
            Map<String, List<String>> similar,
            Set<Integer> withoutWords,
            Map<Called, Timeline<String>> timelines,
            Map<String, Set<Hit>> hits) {

        TrailSearch named() {
            TreeSet<Instant> changes = new TreeSet<>();
            timelines.values().forEach(names -> changes.addAll(changes(names)));
            List<Period> parts = new ArrayList<>();
            Instant from = null;
            for (Instant until : changes) {
                parts.add(new Period(from, until, wanted(from)));
                from = until;
            }
            parts.add(new Period(from, null, wanted(from)));
            return new TrailSearch(List.copyOf(parts), similar);
        }

        /** The instants at which a change of the name changes its matches. */
        private List<Instant> changes(Timeline<String> names) {
            List<Instant> changes = new ArrayList<>();
            Set<Hit> before = hits(names, Instant.MIN);
            for (Instant start : names.starts()) {
                Set<Hit> after = hits(names, start);
                if (!after.equals(before)) {
                    changes.add(start);
                }
                before = after;
            }
            return changes;
        }

        private Set<Hit> hits(Timeline<String> names, Instant at) {
            return names.at(at).map(SearchWords::of).map(hits::get).orElse(Set.of());
        }

        private List<List<TermQuery>> wanted(@Nullable Instant from) {
            Instant at = from == null ? Instant.MIN : from;
            Map<Integer, Set<String>> tokens = new HashMap<>();
            Map<Integer, Map<String, String>> inPhrases = new HashMap<>();
            timelines.forEach((called, names) -> {
                for (Hit hit : hits(names, at)) {
                    if (hit.named) {
                        tokens.computeIfAbsent(hit.term, term -> new LinkedHashSet<>())
                                .add(called.token());
                    }
                    if (hit.part) {
                        inPhrases
                                .computeIfAbsent(hit.term, term -> new HashMap<>())
                                .put(called.token(), SearchWords.of(names.at(at).orElseThrow()));
                    }
                }
            });
            List<List<TermQuery>> any = new ArrayList<>();
            int number = 0;
            for (List<Term> terms : search.any()) {
                List<TermQuery> all = new ArrayList<>();
                for (Term term : terms) {
                    if (!withoutWords.contains(number)) {
                        all.add(new TermQuery(
                                term,
                                phrasings(term.text(), inPhrases.getOrDefault(number, Map.of())),
                                tokens.getOrDefault(number, Set.of())));
                    }
                    number++;
                }
                any.add(all);
            }
            return any.stream().filter(all -> !all.isEmpty()).toList();
        }
    }

    /** The variants of a phrase with tokens in place of some or all names in it, the longest names first. */
    private static Set<String> phrasings(String phrase, Map<String, String> words) {
        Set<String> phrasings = new LinkedHashSet<>(Set.of(phrase));
        words.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> name) ->
                                -name.getValue().length())
                        .thenComparing(Map.Entry::getKey))
                .forEach(name -> {
                    for (String each : List.copyOf(phrasings)) {
                        if (phrasings.size() < PHRASINGS_MAX) {
                            phrasings.add((" " + each + " ")
                                    .replace(" " + name.getValue() + " ", " " + name.getKey() + " ")
                                    .strip());
                        }
                    }
                });
        phrasings.remove(phrase);
        return phrasings;
    }
}
