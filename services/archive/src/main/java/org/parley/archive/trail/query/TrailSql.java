package org.parley.archive.trail.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.store.Timestamps;
import org.parley.archive.trail.search.SearchWords;
import org.parley.archive.trail.search.TrailSearch;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.MatterKind;

/**
 * An SQL query for entries of a span, with the editorial status of each at its end.
 *
 * @param parameters by name
 */
record TrailSql(String sql, Map<String, Object> parameters) {
    /** The standing; that of a retraction in a chain follows from the top of the chain. */
    static final String STANDING = """
            coalesce(case \
            when s.chain_top is not null then case when s.opposite = coalesce((select t.standing = 'RETRACTED' \
            from archive.trail_standing t where t.development_id = s.chain_top and t.since <= :through \
            order by t.since desc limit 1), false) then case when s.held then 'HELD' else 'EFFECTIVE' end \
            else 'RETRACTED' end else s.standing end, 'EFFECTIVE')""";

    /** Whether a dispute about an entry is open, whatever its standing. */
    private static final String DISPUTED = "coalesce(s.disputed, false)";

    /** Whether it is under embargo, whatever its standing. */
    private static final String HELD = "coalesce(s.held, false)";

    /** The values of the standing facet of an entry: its standing, and its dispute and embargo flags. */
    static final String STANDINGS = "case when s.since is null then array['EFFECTIVE'] else array[" + STANDING
            + "] || case when " + DISPUTED + " and " + STANDING
            + " <> 'DISPUTED' then array['DISPUTED'] else array[]::text[] end || case when " + HELD + " and " + STANDING
            + " <> 'HELD' then array['HELD'] else array[]::text[] end end";

    /** The effective correction; that of a superseded correction is stored with the development. */
    private static final String CORRECTED_BY = """
            case when s.standing = 'CORRECTED' and e.development_id <> e.first_id then (select t.corrected_by \
            from archive.trail_standing t where t.development_id = e.first_id and t.since <= :through \
            order by t.since desc limit 1) else s.corrected_by end""";

    /**
     * Reads some columns through JSON, because the tables of the former version, which answer during a rebuild, do not
     * have them.
     */
    private static final String STANDING_COLUMNS = """
            t.since, t.standing, t.corrected_by, t.evidence,
                coalesce((to_jsonb(t) ->> 'disputed')::boolean, t.standing = 'DISPUTED') as disputed,
                coalesce((to_jsonb(t) ->> 'held')::boolean, t.standing = 'HELD') as held,
                to_jsonb(t) ->> 'embargo_until' as embargo_until,
                (to_jsonb(t) ->> 'chain_top')::uuid as chain_top, (to_jsonb(t) ->> 'opposite')::boolean as opposite""";

    private static final String STANDS = """

            left join lateral (select %s
                from archive.trail_standing t
                where t.development_id = e.development_id and t.since <= :through order by t.since desc limit 1) s on true""".formatted(STANDING_COLUMNS);

    private static final String STANDS_OF_ALL = """
            (select distinct on (t.development_id) t.development_id, %s
                from archive.trail_standing t
                where t.negotiation = :negotiation and t.since <= :through
                order by t.development_id, t.since desc) s""".formatted(STANDING_COLUMNS);

    private static final String SPAN = "\nwhere e.negotiation = :negotiation and e.position <= :through";

    private static final String FROM_PLAIN = "\nfrom archive.trail_entry e" + SPAN;

    private static final String FROM = "\nfrom archive.trail_entry e" + STANDS + SPAN;

    /** The same for many entries: the standings are read once instead of for each entry. */
    private static final String FROM_ALL = "\nfrom archive.trail_entry e left join " + STANDS_OF_ALL
            + " on s.development_id = e.development_id" + SPAN;

    private static final String FROM_STANDING =
            "\nfrom " + STANDS_OF_ALL + " join archive.trail_entry e on e.development_id = s.development_id" + SPAN;

    private static final String COLUMNS = """
            e.attributes, e.data, e.parties, e.first_id, e.targets, %s as standing,
            %s as disputed, %s as held, s.embargo_until,
            %s as corrected_by, case when s.since is null then e.evidence else s.evidence end as evidence""".formatted(STANDING, DISPUTED, HELD, CORRECTED_BY);

    private static final String ENTRIES = "select " + COLUMNS + FROM;

    private static final String STREAMED = "select e.topic, e.partition, e.place, " + COLUMNS;

    /** A page of the entries that match a filter. */
    static TrailSql page(TrailSpan span, TrailQuery.Page page, @Nullable TrailSearch search) {
        return page(page, new Conditions(span, page, search, true));
    }

    /** The same, reading every entry of the page's positions instead of looking the search up in its index. */
    static TrailSql scannedPage(TrailSpan span, TrailQuery.Page page, TrailSearch search) {
        return page(page, new Conditions(span, page, search, false));
    }

    private static TrailSql page(TrailQuery.Page page, Conditions where) {
        where.parameters.put("limit", page.limit());
        return new TrailSql(ENTRIES + where + "\norder by " + order(page.order()) + " limit :limit", where.parameters);
    }

    /** An index has the developments in the order of the world. */
    private static String order(TrailQuery.Order order) {
        return switch (order) {
            case RECORDED -> "e.position asc";
            case NEWEST_FIRST -> "e.position desc";
            case WORLD -> "e.occurred_start desc nulls last, e.position desc";
        };
    }

    /** The entries of some ranges of positions, with their offsets. */
    static TrailSql entriesIn(Collection<PositionRange> parts) {
        Map<String, Object> parameters = arrays(parts);
        parameters.put("through", Long.MAX_VALUE);
        return new TrailSql(STREAMED + """

                        from unnest(:negotiationsOf::text[], :afters::bigint[], :upTos::bigint[]) as part (negotiation, after, up_to)
                        join archive.trail_entry e on e.negotiation = part.negotiation
                            and e.position > part.after and e.position <= part.up_to""" + STANDS, parameters);
    }

    private static Map<String, Object> arrays(Collection<PositionRange> parts) {
        Map<String, Object> arrays = new HashMap<>();
        arrays.put(
                "negotiationsOf", parts.stream().map(PositionRange::negotiation).toArray(String[]::new));
        arrays.put("afters", parts.stream().map(PositionRange::after).toArray(Long[]::new));
        arrays.put("upTos", parts.stream().map(PositionRange::upTo).toArray(Long[]::new));
        return arrays;
    }

    /** The entries of a range of offsets that match a query, in the order of their offsets. */
    static TrailSql entriesByOffset(OffsetRange part, LiveQuery query, int limit) {
        Conditions where = new Conditions(query.filter());
        where.parameters.put("through", Long.MAX_VALUE);
        where.parameters.put("limit", limit);
        where.add("e.topic = :topic", "topic", part.topic());
        where.add("e.partition = :partition", "partition", part.partition());
        where.add("e.place >= :from", "from", part.from());
        where.add("(e.place > :from or e.position > :fromPosition)", "fromPosition", part.fromPosition());
        where.add("e.place < :until", "until", part.until());
        if (part.only() != null) {
            where.add("e.negotiation = :only", "only", part.only());
        } else {
            where.any("e.negotiation in (:negotiations)", "negotiations", query.negotiations());
        }
        if (!part.bounds().isEmpty()) {
            where.parameters.putAll(arrays(part.bounds()));
            where.all.add("""
                    not exists (select from unnest(:negotiationsOf::text[], :afters::bigint[], :upTos::bigint[])
                        as bound (negotiation, after, up_to) where bound.negotiation = e.negotiation
                        and (e.position <= bound.after or e.position > bound.up_to))""");
        }
        return new TrailSql(
                STREAMED + "\nfrom archive.trail_entry e" + STANDS + "\nwhere true" + where
                        + "\norder by e.place, e.position limit :limit",
                where.parameters);
    }

    /**
     * The number of matching entries by every value of some facets, in one scan. A row has the facet as
     * {@code grouping} of the columns of these facets, all ones for the total; the value, or the values of entries with
     * the same ones; and as {@code failing} the {@link TrailFacet#bit} of the only facet whose filter these entries
     * fail, 0 if they pass all.
     *
     * @param facets with {@link TrailFacet#STANDING} if there is a filter of it
     */
    static TrailSql facets(
            TrailSpan span, TrailQuery.Page page, @Nullable TrailSearch search, Collection<TrailFacet> facets) {
        Conditions where = new Conditions(span, page.withoutFacets(), search, true);
        boolean stands = facets.contains(TrailFacet.STANDING);
        String names = join(facets, TrailFacet::column);
        return new TrailSql(
                """
                select grouping(%1$s) as facet, failing,
                %2$s as value, %3$s as "values", sum(n)::bigint as n
                from (select failing, %1$s, count(*) as n from (select %4$s as failing, %5$s%6$s%7$s) as entry
                    where failing in (%8$s) group by failing, %1$s) as alike
                group by grouping sets ((failing), %9$s)""".formatted(
                                names,
                                "case when matter is null then coalesce(kind, type, editor) else kind || '/' || matter end",
                                stands ? "coalesce(party, standing)" : "party",
                                where.failing(page.filter()),
                                join(facets, facet -> facet.values + " as " + facet.column()),
                                stands ? FROM_ALL : FROM_PLAIN,
                                where,
                                where.failingBits(page.filter()),
                                join(facets, facet -> "(failing, " + facet.groups + ")")),
                where.parameters);
    }

    /** The number of matching entries by standing, of those that have a row with it; as {@link #facets}. */
    static TrailSql standings(TrailSpan span, TrailQuery.Page page, @Nullable TrailSearch search) {
        Conditions where = new Conditions(span, page.withoutFacets(), search, true);
        return new TrailSql(
                """
                select failing, "values", count(*) as n from (select %s as failing, %s as "values"%s%s) as entry
                where failing = 0 group by failing, \"values\"""".formatted(where.failing(page.filter()), STANDINGS, FROM_STANDING, where), where.parameters);
    }

    private static String join(Collection<TrailFacet> facets, Function<TrailFacet, String> text) {
        return facets.stream().map(text).collect(Collectors.joining(", "));
    }

    /** The number of developments by the UTC day on which they began; without retracted ones. */
    static TrailSql occurredDays(TrailSpan span) {
        Conditions where = new Conditions(span, TrailFilter.NONE);
        where.all.add("e.targets is null and e.occurred_start is not null");
        where.all.add("coalesce(s.standing, 'EFFECTIVE') <> 'RETRACTED'");
        return days("e.occurred_start", FROM_ALL, where);
    }

    /** The number of entries by the UTC day on which they were recorded. */
    static TrailSql recordedDays(TrailSpan span) {
        return days("e.recorded_at", FROM_PLAIN, new Conditions(span.withoutAsOf(), TrailFilter.NONE));
    }

    private static TrailSql days(String time, String from, Conditions where) {
        return new TrailSql(
                "select (" + time + " at time zone 'UTC')::date as day, count(*) as n" + from + where
                        + "\ngroup by day order by day",
                where.parameters);
    }

    /** The conditions of a query. */
    private static final class Conditions {
        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> parameters;

        Conditions(TrailSpan span, TrailFilter filter) {
            this(filter);
            parameters.putAll(TrailSql.parameters(span));
            if (span.asOf() != null) {
                add("(e.occurred_start is null or e.occurred_start <= :asOf)", "asOf", Timestamps.of(span.asOf()));
            }
        }

        Conditions(TrailFilter filter) {
            parameters = new HashMap<>();
            for (TrailFacet facet : TrailFacet.values()) {
                facet(facet, filter).ifPresent(all::add);
            }
            any("e.development_id in (:ids)", "ids", filter.ids());
            if (!filter.standings().isEmpty() && !filter.standings().contains(Standing.EFFECTIVE)) {
                // Few entries have another standing, so the database can start with them.
                all.add("e.development_id in (select development_id from archive.trail_standing)");
            }
        }

        /** @param indexed whether the search may be looked up in its index */
        Conditions(TrailSpan span, TrailQuery.Page page, @Nullable TrailSearch search, boolean indexed) {
            this(span, page.filter());
            if (search != null) {
                all.add(search.parts().stream()
                        .map(part -> inPeriod(part, indexed))
                        .collect(Collectors.joining("\nor ", "(", ")")));
            }
            // Without need a condition would only make the general plan, which does not know the values, expect few
            // rows.
            if (page.after() > 0) {
                add("e.position > :after", "after", page.after());
            }
            if (page.before() < Long.MAX_VALUE) {
                add("e.position < :before", "before", page.before());
            }
            if (page.order() == TrailQuery.Order.WORLD) {
                all.add("e.targets is null");
            }
        }

        /** The condition that the filter of a facet is; empty if it does not filter. */
        Optional<String> facet(TrailFacet facet, TrailFilter filter) {
            return switch (facet) {
                case KIND ->
                    given(
                            "e.kind in (:kinds)",
                            "kinds",
                            filter.kinds().stream().map(MatterKind::slug).toList());
                case MATTER -> matter(filter);
                case PARTY -> given("e.parties && array[:parties]::text[]", "parties", filter.parties());
                case TYPE -> given("e.type in (:types)", "types", filter.types());
                case STANDING ->
                    given(
                            STANDINGS + " && array[:standings]::text[]",
                            "standings",
                            filter.standings().stream().map(Standing::name).toList());
                case EDITOR -> given("e.editor in (:editors)", "editors", filter.editors());
            };
        }

        /** The sum of the bits of the facets whose filter an entry fails. */
        String failing(TrailFilter filter) {
            List<String> failing = new ArrayList<>();
            for (TrailFacet facet : TrailFacet.values()) {
                facet(facet, filter)
                        .ifPresent(
                                passes -> failing.add("case when " + passes + " then 0 else " + facet.bit() + " end"));
            }
            return failing.isEmpty() ? "0" : String.join(" + ", failing);
        }

        /** The sums of entries that fail at most one filter. */
        String failingBits(TrailFilter filter) {
            List<String> bits = new ArrayList<>(List.of("0"));
            for (TrailFacet facet : TrailFacet.values()) {
                facet(facet, filter).ifPresent(passes -> bits.add(Integer.toString(facet.bit())));
            }
            return String.join(", ", bits);
        }

        private Optional<String> matter(TrailFilter filter) {
            if (filter.matterSlug() == null) {
                return Optional.empty();
            }
            parameters.put("matter", filter.matterSlug());
            if (filter.matterKind() == null) {
                return Optional.of("e.matter = :matter");
            }
            parameters.put("matterKind", filter.matterKind());
            return Optional.of("e.matter = :matter and e.kind = :matterKind");
        }

        private Optional<String> given(String condition, String name, List<?> values) {
            if (values.isEmpty()) {
                return Optional.empty();
            }
            parameters.put(name, values);
            return Optional.of(condition);
        }

        /** The condition for a period of valid time. */
        private String inPeriod(TrailSearch.Period part, boolean indexed) {
            List<String> conditions = new ArrayList<>();
            if (part.from() != null) {
                conditions.add("e.occurred_start >= :" + parameter(Timestamps.of(part.from())));
            }
            if (part.until() != null) {
                String until = parameter(Timestamps.of(part.until()));
                conditions.add(
                        part.from() == null
                                ? "(e.occurred_start is null or e.occurred_start < :" + until + ")"
                                : "e.occurred_start < :" + until);
            }
            // A subquery is evaluated once instead of for every row.
            String found = "e.search @@ (select " + any(part.any()) + ")";
            conditions.add(indexed ? found : "(" + found + ") is true"); // which no index answers
            return conditions.stream().collect(Collectors.joining(" and ", "(", ")"));
        }

        /** Alternatives of a search; without searchable words it finds nothing. */
        private String any(List<List<TrailSearch.TermQuery>> any) {
            return any.isEmpty()
                    ? "null::tsquery"
                    : any.stream().map(this::all).collect(Collectors.joining(" || ", "(", ")"));
        }

        private String all(List<TrailSearch.TermQuery> terms) {
            return terms.stream().map(this::term).collect(Collectors.joining(" && ", "(", ")"));
        }

        private String term(TrailSearch.TermQuery wanted) {
            SearchWords.Term term = wanted.term();
            String typed = parameter(term.text());
            List<String> queries = new ArrayList<>();
            queries.add((term.phrase() ? "phraseto_tsquery" : "websearch_to_tsquery") + "('english', :" + typed + ")");
            if (term.beginning()) {
                queries.add("to_tsquery('english', :" + typed + " || ':*')");
            }
            for (String phrasing : wanted.phrasings()) {
                queries.add("phraseto_tsquery('english', :" + parameter(phrasing) + ")");
            }
            if (!wanted.tokens().isEmpty()) {
                queries.add("to_tsquery('simple', :" + parameter(String.join(" | ", wanted.tokens())) + ")");
            }
            return (term.not() ? "!! " : "") + "(" + String.join(" || ", queries) + ")";
        }

        private String parameter(Object value) {
            String name = "p" + parameters.size();
            parameters.put(name, value);
            return name;
        }

        void add(String condition, String name, Object value) {
            all.add(condition);
            parameters.put(name, value);
        }

        private void any(String condition, String name, List<?> values) {
            given(condition, name, values).ifPresent(all::add);
        }

        @Override
        public String toString() {
            return all.stream().map(condition -> "\nand " + condition).collect(Collectors.joining());
        }
    }

    /** A development and all editorial events about it. */
    static TrailSql thread(TrailSpan span, UUID first) {
        Map<String, Object> parameters = parameters(span);
        parameters.put("first", first);
        return new TrailSql(ENTRIES + "\nand e.first_id = :first order by e.position", parameters);
    }

    /** Several developments, each with the editorial events about it, in the order recorded. */
    static TrailSql threads(TrailSpan span, Collection<UUID> firsts) {
        Map<String, Object> parameters = parameters(span);
        parameters.put("firsts", firsts.toArray(UUID[]::new));
        return new TrailSql(ENTRIES + "\nand e.first_id = any(:firsts) order by e.position", parameters);
    }

    private static Map<String, Object> parameters(TrailSpan span) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("negotiation", span.negotiation());
        parameters.put("through", span.through());
        return parameters;
    }
}
