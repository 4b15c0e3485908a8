package org.parley.archive.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.archive.store.Timestamps;
import org.parley.history.Standing;
import org.parley.matter.Kind;

/**
 * The query for entries of a span, with what was held of each by its end.
 *
 * @param parameters by name
 */
record TrailSelect(String sql, Map<String, Object> parameters) {
    /** Of a retraction in a chain it follows from that of the chain's top. */
    static final String STANDING = """
            coalesce(case \
            when s.chain_top is not null then case when s.opposite = coalesce((select t.standing = 'RETRACTED' \
            from archive.trail_standing t where t.development_id = s.chain_top and t.since <= :through \
            order by t.since desc limit 1), false) then case when s.held then 'HELD' else 'EFFECTIVE' end \
            else 'RETRACTED' end else s.standing end, 'EFFECTIVE')""";

    /** Whether an entry is disputed, however it stands otherwise. */
    private static final String DISPUTED = "coalesce(s.disputed, false)";

    /** Whether it is under embargo, however it stands otherwise. */
    private static final String HELD = "coalesce(s.held, false)";

    /** All that an entry is counted under: how it stands, and what is said beside that. */
    static final String STANDINGS = "array[" + STANDING + "] || case when " + DISPUTED + " and " + STANDING
            + " <> 'DISPUTED' then array['DISPUTED'] else array[]::text[] end || case when " + HELD + " and " + STANDING
            + " <> 'HELD' then array['HELD'] else array[]::text[] end";

    /** Of a correction that counts no longer it is that of the development. */
    private static final String CORRECTED_BY = """
            case when s.standing = 'CORRECTED' and e.development_id <> e.first_id then (select t.corrected_by \
            from archive.trail_standing t where t.development_id = e.first_id and t.since <= :through \
            order by t.since desc limit 1) else s.corrected_by end""";

    /**
     * Some columns are read so since the tables of the version before, which answer while those of this one are made, do not
     * have them.
     */
    private static final String STANDS = """

            left join lateral (select t.since, t.standing, t.corrected_by, t.evidence,
                coalesce((to_jsonb(t) ->> 'disputed')::boolean, t.standing = 'DISPUTED') as disputed,
                coalesce((to_jsonb(t) ->> 'held')::boolean, t.standing = 'HELD') as held,
                to_jsonb(t) ->> 'embargo_until' as embargo_until,
                (to_jsonb(t) ->> 'chain_top')::uuid as chain_top, (to_jsonb(t) ->> 'opposite')::boolean as opposite
                from archive.trail_standing t
                where t.development_id = e.development_id and t.since <= :through order by t.since desc limit 1) s on true""";

    private static final String FROM =
            "\nfrom archive.trail_entry e" + STANDS + "\nwhere e.negotiation = :negotiation and e.position <= :through";

    private static final String COLUMNS = """
            e.attributes, e.data, e.parties, e.summary, e.first_id, e.targets, %s as standing,
            %s as disputed, %s as held, s.embargo_until,
            %s as corrected_by, case when s.since is null then e.evidence else s.evidence end as evidence""".formatted(STANDING, DISPUTED, HELD, CORRECTED_BY);

    private static final String ENTRIES = "select " + COLUMNS + FROM;

    private static final String STREAMED = "select e.topic, e.partition, e.place, " + COLUMNS;

    /** A page of those that pass a filter. */
    static TrailSelect page(Span span, TrailAsked.Page page) {
        Conditions where = new Conditions(span, page);
        where.parameters.put("limit", page.limit());
        return new TrailSelect(
                ENTRIES + where + "\norder by e.position " + (page.newestFirst() ? "desc" : "asc") + " limit :limit",
                where.parameters);
    }

    /** Those of some parts of trails, with where they are in the topic. */
    static TrailSelect parts(Collection<TrailPart> parts) {
        Map<String, Object> parameters = arrays(parts);
        parameters.put("through", Long.MAX_VALUE);
        return new TrailSelect(STREAMED + """

                        from unnest(:negotiationsOf::text[], :afters::bigint[], :upTos::bigint[]) as part (negotiation, after, up_to)
                        join archive.trail_entry e on e.negotiation = part.negotiation
                            and e.position > part.after and e.position <= part.up_to""" + STANDS, parameters);
    }

    private static Map<String, Object> arrays(Collection<TrailPart> parts) {
        Map<String, Object> arrays = new HashMap<>();
        arrays.put("negotiationsOf", parts.stream().map(TrailPart::negotiation).toArray(String[]::new));
        arrays.put("afters", parts.stream().map(TrailPart::after).toArray(Long[]::new));
        arrays.put("upTos", parts.stream().map(TrailPart::upTo).toArray(Long[]::new));
        return arrays;
    }

    /** Those of a part of a partition that pass a filter, in the order of their places. */
    static TrailSelect streamed(PartitionPart part, LiveQuestion question, int limit) {
        Conditions where = new Conditions(question.filter());
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
            where.any("e.negotiation in (:negotiations)", "negotiations", question.negotiations());
        }
        if (!part.bounds().isEmpty()) {
            where.parameters.putAll(arrays(part.bounds()));
            where.all.add("""
                    not exists (select from unnest(:negotiationsOf::text[], :afters::bigint[], :upTos::bigint[])
                        as bound (negotiation, after, up_to) where bound.negotiation = e.negotiation
                        and (e.position <= bound.after or e.position > bound.up_to))""");
        }
        return new TrailSelect(
                STREAMED + "\nfrom archive.trail_entry e" + STANDS + "\nwhere true" + where
                        + "\norder by e.place, e.position limit :limit",
                where.parameters);
    }

    /** How many there are of what is asked for, whatever the length of a page. */
    static TrailSelect count(Span span, TrailAsked.Page page) {
        Conditions where = new Conditions(span, page);
        return new TrailSelect("select count(*) from (" + ENTRIES + where + ") passing", where.parameters);
    }

    /** The same by each value of a facet, whatever is asked of that facet. */
    static TrailSelect counts(Span span, TrailAsked.Page page, Facet facet, int limit) {
        Conditions where = new Conditions(span, page.without(facet));
        where.parameters.put("limit", limit);
        return new TrailSelect(
                "select value, count(*) as n from (select " + facet.values + " as value" + FROM + where
                        + ") passing where value is not null group by value order by n desc, value limit :limit",
                where.parameters);
    }

    /** How many happened on each day of the world's time; what was retracted did not. */
    static TrailSelect worldDays(Span span) {
        Conditions where = new Conditions(span, TrailFilter.NONE);
        where.all.add("e.targets is null and e.occurred_start is not null");
        where.all.add("coalesce(s.standing, 'EFFECTIVE') <> 'RETRACTED'");
        return days("e.occurred_start", where);
    }

    /** How many were recorded on each day of the desk's. */
    static TrailSelect deskDays(Span span) {
        return days("e.recorded_at", new Conditions(span.ofAllTime(), TrailFilter.NONE));
    }

    private static TrailSelect days(String time, Conditions where) {
        return new TrailSelect(
                "select (" + time + " at time zone 'UTC')::date as day, count(*) as n" + FROM + where
                        + "\ngroup by day order by day",
                where.parameters);
    }

    /** What an entry must be like. */
    private static final class Conditions {
        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> parameters;

        Conditions(Span span, TrailFilter filter) {
            this(filter);
            parameters.putAll(TrailSelect.parameters(span));
            if (span.asOf() != null) {
                add("(e.occurred_start is null or e.occurred_start <= :asOf)", "asOf", Timestamps.of(span.asOf()));
            }
        }

        Conditions(TrailFilter filter) {
            parameters = new HashMap<>();
            any(
                    "e.kind in (:kinds)",
                    "kinds",
                    filter.kinds().stream().map(Kind::slug).toList());
            if (filter.matterSlug() != null) {
                add("e.matter = :matter", "matter", filter.matterSlug());
            }
            if (filter.matterKind() != null) {
                add("e.kind = :matterKind", "matterKind", filter.matterKind());
            }
            any("e.parties && array[:parties]::text[]", "parties", filter.parties());
            any("e.type in (:types)", "types", filter.types());
            any("e.editor in (:editors)", "editors", filter.editors());
            any("e.development_id in (:ids)", "ids", filter.ids());
            if (filter.words() != null) {
                words(SearchWords.Search.of(filter.words()));
            }
            any(
                    STANDINGS + " && array[:standings]::text[]",
                    "standings",
                    filter.standings().stream().map(Standing::name).toList());
            if (!filter.standings().isEmpty() && !filter.standings().contains(Standing.EFFECTIVE)) {
                // Few entries ever stand otherwise: lets the database begin with them.
                all.add("e.development_id in (select development_id from archive.trail_standing)");
            }
        }

        Conditions(Span span, TrailAsked.Page page) {
            this(span, page.filter());
            add("e.position > :after", "after", page.after());
            add("e.position < :before", "before", page.before());
        }

        private void words(SearchWords.Search search) {
            parameters.put("words", search.all());
            String query = query("words", "websearch_to_tsquery('english', :words)");
            if (!search.beginning().isEmpty()) {
                parameters.put("last", search.beginning());
                String beginning = query("last", "to_tsquery('english', :last || ':*')");
                if (!search.head().isEmpty()) {
                    parameters.put("head", search.head());
                    beginning = joined(query("head", "websearch_to_tsquery('english', :head)"), "&&", beginning);
                }
                query = joined(query, "||", beginning);
            }
            // A query within the query is evaluated once, and not for every row.
            all.add("e.search @@ (select " + query + ")");
        }

        /** Null for a text without a word that is searched for: PostgreSQL would remark on an empty query. */
        private static String query(String text, String query) {
            return "(case when length(to_tsvector('english', :" + text + ")) > 0 then " + query + " end)";
        }

        private static String joined(String one, String operator, String other) {
            return "coalesce(" + one + " " + operator + " " + other + ", " + one + ", " + other + ")";
        }

        void add(String condition, String name, Object value) {
            all.add(condition);
            parameters.put(name, value);
        }

        private void any(String condition, String name, List<?> values) {
            if (!values.isEmpty()) {
                add(condition, name, values);
            }
        }

        @Override
        public String toString() {
            return all.stream().map(condition -> "\nand " + condition).collect(Collectors.joining());
        }
    }

    /** Everything that was said of one development, itself first. */
    static TrailSelect account(Span span, UUID first) {
        Map<String, Object> parameters = parameters(span);
        parameters.put("first", first);
        return new TrailSelect(ENTRIES + "\nand e.first_id = :first order by e.position", parameters);
    }

    private static Map<String, Object> parameters(Span span) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("negotiation", span.negotiation());
        parameters.put("through", span.through());
        return parameters;
    }
}
