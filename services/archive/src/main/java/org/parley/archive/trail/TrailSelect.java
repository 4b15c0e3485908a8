package org.parley.archive.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.archive.store.Timestamps;
import org.parley.history.Standing;
import org.parley.matter.Kind;

/**
 * The query for entries of a span, with what was held of each by its end.
 *
 * @param parameters by name
 */
record TrailSelect(String sql, Map<String, Object> parameters) {
    private static final String STANDING = """
            coalesce(case when s.standing = 'HELD' and s.held_until <= :desk then s.standing_after else s.standing end, \
            'EFFECTIVE')""";

    private static final String ENTRIES = """
            select e.attributes, e.data, e.parties, e.summary, e.first_id, e.targets, %s as standing, s.corrected_by,
            case when s.since is null then e.evidence else s.evidence end as evidence
            from archive.trail_entry e
            left join lateral (select * from archive.trail_standing t
                where t.development_id = e.development_id and t.since <= :through order by t.since desc limit 1) s on true
            where e.negotiation = :negotiation and e.position <= :through""".formatted(STANDING);

    /** A page of those that pass a filter. */
    static TrailSelect page(Span span, TrailFilter filter, long after, int limit) {
        List<String> conditions = new ArrayList<>(List.of(ENTRIES, "e.position > :after"));
        Map<String, Object> parameters = parameters(span);
        parameters.put("after", after);
        parameters.put("limit", limit);
        if (span.asOf() != null) {
            conditions.add("(e.occurred_start is null or e.occurred_start <= :asOf)");
            parameters.put("asOf", Timestamps.of(span.asOf()));
        }
        if (!filter.kinds().isEmpty()) {
            conditions.add("e.kind in (:kinds)");
            parameters.put("kinds", filter.kinds().stream().map(Kind::slug).toList());
        }
        if (filter.matter() != null) {
            conditions.add("e.matter = :matter");
            parameters.put("matter", filter.matter());
        }
        if (!filter.parties().isEmpty()) {
            conditions.add("e.parties && array[:parties]::text[]");
            parameters.put("parties", filter.parties());
        }
        if (!filter.types().isEmpty()) {
            conditions.add("e.type in (:types)");
            parameters.put("types", filter.types());
        }
        if (!filter.editors().isEmpty()) {
            conditions.add("e.editor in (:editors)");
            parameters.put("editors", filter.editors());
        }
        if (filter.words() != null) {
            conditions.add("e.search @@ websearch_to_tsquery('english', :words)");
            parameters.put("words", filter.words());
        }
        if (!filter.standings().isEmpty()) {
            conditions.add(STANDING + " in (:standings)");
            parameters.put(
                    "standings", filter.standings().stream().map(Standing::name).toList());
        }
        if (!filter.standings().isEmpty() && !filter.standings().contains(Standing.EFFECTIVE)) {
            // Few entries ever stand otherwise: lets the database begin with them.
            conditions.add("e.development_id in (select development_id from archive.trail_standing)");
        }
        return new TrailSelect(String.join("\nand ", conditions) + "\norder by e.position limit :limit", parameters);
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
        parameters.put("desk", Timestamps.of(span.desk()));
        return parameters;
    }
}
