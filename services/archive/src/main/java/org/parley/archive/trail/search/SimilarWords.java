package org.parley.archive.trail.search;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.search.SearchWords.Term;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The words that may have been meant by a word that occurs nowhere in a trail and in none of its names, as known at a
 * position. PostgreSQL proposes words with the same trigrams; of these the nearest in spelling are taken.
 */
final class SimilarWords {
    private static final int WORDS_MAX = 3;

    /** The maximum number of words that are compared letter by letter. */
    private static final int PROPOSED_MAX = 200;

    /** Low, because two exchanged letters in the middle of a short word leave it few trigrams. */
    private static final double LIKENESS_MIN = 0.15;

    /** A word that is being typed occurs if one begins with it. */
    private static final String UNKNOWN = """
            select t.text from unnest(:texts::text[], :ends::text[]) as t (text, beginning_end)
            where not exists (select from archive.trail_word w where w.negotiation = :negotiation
                and w.since <= :through and w.word >= t.text and w.word <= t.beginning_end)""";

    private static final String PROPOSED = """
            with name as materialized (
                select distinct word from (
                    select coalesce(to_jsonb(t) ->> 'words', lower(t.party)) as words,
                        (to_jsonb(t) ->> 'since')::bigint as since
                    from archive.trail_party t where t.negotiation = :negotiation
                    union all
                    select coalesce(to_jsonb(t) ->> 'words', lower(t.matter)), (to_jsonb(t) ->> 'since')::bigint
                    from archive.trail_matter t where t.negotiation = :negotiation) named,
                regexp_split_to_table(words, '[^[:alnum:]]+') as word
                where since <= :through and length(word) >= :shortest)
            select t.text, w.word, to_tsvector('english', w.word) = to_tsvector('english', t.text) as same_stem
            from unnest(:texts::text[]) as t (text)
            cross join lateral (
                select word, archive.word_likeness(word, t.text) as likeness from (
                    select v.word from archive.trail_word v
                    where v.negotiation = :negotiation and v.since <= :through
                    union all
                    select word from name) known
                where archive.word_likeness(word, t.text) >= :least or starts_with(word, t.text)
                order by starts_with(word, t.text) desc, likeness desc, word limit :limit) w
            order by t.text, w.likeness desc, w.word""";

    private SimilarWords() {}

    /** A word of the trail, with its distance in spelling. */
    private record Proposed(String word, int distance) {}

    /** The similar words of each unknown word that has some, the most similar first. */
    static Map<String, List<String>> of(JdbcClient database, TrailSpan span, List<Term> terms) {
        List<Term> words = terms.stream().filter(Term::isSpellable).distinct().toList();
        if (words.isEmpty()) {
            return Map.of();
        }
        Set<String> unknown = new HashSet<>(database.sql(UNKNOWN)
                .param("texts", words.stream().map(Term::text).toArray(String[]::new))
                .param(
                        "ends",
                        words.stream()
                                .map(term -> term.beginning() ? term.text() + Character.MAX_VALUE : term.text())
                                .toArray(String[]::new))
                .param("negotiation", span.negotiation())
                .param("through", span.through())
                .query(String.class)
                .list());
        return unknown.isEmpty()
                ? Map.of()
                : similar(
                        database,
                        span,
                        words.stream()
                                .filter(term -> unknown.contains(term.text()))
                                .toList());
    }

    private static Map<String, List<String>> similar(JdbcClient database, TrailSpan span, List<Term> unknown) {
        Map<String, List<Proposed>> proposed = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        Map<String, Boolean> beginnings = new LinkedHashMap<>();
        unknown.forEach(term -> beginnings.put(term.text(), term.beginning()));
        database.sql(PROPOSED)
                .param("texts", beginnings.keySet().toArray(String[]::new))
                .param("negotiation", span.negotiation())
                .param("through", span.through())
                .param("shortest", SearchWords.SPELLABLE_MIN)
                .param("least", LIKENESS_MIN)
                .param("limit", PROPOSED_MAX)
                .query((ResultSet row) -> {
                    String text = row.getString("text");
                    String word = row.getString("word");
                    boolean beginning = beginnings.getOrDefault(text, false);
                    if (word.equals(text) || row.getBoolean("same_stem") || (beginning && word.startsWith(text))) {
                        known.add(text);
                    }
                    int distance = distance(text, word, beginning);
                    if (distance <= SpellingDistance.tolerated(text.length())) {
                        proposed.computeIfAbsent(text, each -> new ArrayList<>())
                                .add(new Proposed(word, distance));
                    }
                });
        proposed.keySet().removeAll(known);
        Map<String, List<String>> similar = new LinkedHashMap<>();
        proposed.forEach((text, words) -> similar.put(text, nearest(words)));
        return similar;
    }

    private static int distance(String text, String word, boolean beginning) {
        String typed = SearchWords.withoutAccents(text);
        String other = SearchWords.withoutAccents(word);
        return beginning ? SpellingDistance.toBeginning(typed, other) : SpellingDistance.between(typed, other);
    }

    /** The nearest words; among equally near ones the order is kept. */
    private static List<String> nearest(List<Proposed> words) {
        int least = words.stream().mapToInt(Proposed::distance).min().orElseThrow();
        return words.stream()
                .filter(each -> each.distance() == least)
                .sorted(Comparator.comparingInt(Proposed::distance))
                .map(Proposed::word)
                .distinct()
                .limit(WORDS_MAX)
                .toList();
    }
}
