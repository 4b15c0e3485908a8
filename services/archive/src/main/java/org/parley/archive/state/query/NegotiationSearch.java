package org.parley.archive.state.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.store.Timestamps;
import org.parley.archive.trail.search.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds negotiations by the words of their titles, former titles and slugs. */
public final class NegotiationSearch {
    /** A word of the search that is the beginning of one of a title counts more than one within it. */
    private static final String EXACT = """
            case when names like '% ' || word || '%' then 2 when names like '%' || word || '%' then 1.5 else 0 end""";

    /** A similar word counts as much as it is similar, which is at most 1; short ones resemble too many. */
    private static final String SIMILAR = """
            case when length(word) >= 4 and archive.likeness_within(word, names) >= 0.3
            then archive.likeness_within(word, names) else 0 end""";

    private static final String FIND = """
            with named as (
                select t.negotiation, ' ' || t.words || ' ' || translate(t.negotiation, '-', ' ') as names
                from archive.trail_matter t where t.kind = 'negotiation' and t.title is not null %1$s
                and not exists (select from archive.trail_matter l where l.negotiation = t.negotiation
                    and l.kind = t.kind and l.matter = t.matter and l.first_id = t.first_id and l.since > t.since %2$s)),
            scored as (
                select negotiation, names, sum(score) as score from (
                    select negotiation, names, greatest(%3$s) as score
                    from named cross join unnest(:words::text[]) as w (word)) each
                group by negotiation, names having min(score) > 0)
            select negotiation from scored
            group by negotiation order by max(score) desc, min(length(names)), negotiation""";

    private static final String KNOWN = """
            and exists (select from archive.trail_entry e where e.negotiation = %1$s.negotiation
                and e.position = %1$s.since and e.recorded_at <= :by)""";

    private static final String IN_USE = " and (t.start is null or t.start <= :asOf)";

    private final JdbcClient database;

    public NegotiationSearch(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    /**
     * The slugs of the negotiations that have all words in a name that was known and in use at the queried instants,
     * the best first; those with similar words if there is none.
     */
    List<String> find(String typed, TemporalPoint when) {
        String[] words = SearchWords.of(typed).split("[^\\p{L}\\p{N}\\p{M}]+");
        List<String> exact = find(words, EXACT, when);
        return exact.isEmpty() ? find(words, EXACT + ", " + SIMILAR, when) : exact;
    }

    private List<String> find(String[] words, String score, TemporalPoint when) {
        boolean past = when.requestedKnownAt() != null;
        String known = (past ? KNOWN.formatted("t") : "") + (when.requestedAsOf() == null ? "" : IN_USE);
        return database.sql(FIND.formatted(known, past ? KNOWN.formatted("l") : "", score))
                .param("words", words)
                .params(parameters("by", when.requestedKnownAt()))
                .params(parameters("asOf", when.requestedAsOf()))
                .query(String.class)
                .list();
    }

    private static Map<String, Object> parameters(String name, @Nullable Instant instant) {
        return instant == null ? Map.of() : Map.of(name, Timestamps.of(instant));
    }
}
