package org.parley.archive.state.query;

import java.util.List;
import java.util.Map;

/**
 * Which negotiations a page of the list has, in which order.
 *
 * @param rows the condition and the order of the rows of {@code negotiation_through}, in SQL
 * @param order the order of the page, in SQL
 */
record NegotiationSelection(String rows, String order, Map<String, Object> parameters) {

    /** In the order of their slugs, after this one. */
    static NegotiationSelection bySlug(String after) {
        return new NegotiationSelection(
                "where negotiation > :after and through > 0 order by negotiation limit :limit",
                "t.negotiation",
                Map.of("after", after));
    }

    /** Those first in which something was recorded last, after this one; from the first if it is empty or unknown. */
    static NegotiationSelection byLastChange(String after) {
        return new NegotiationSelection("""
                where through > 0 and (not exists (select from archive.negotiation_through where negotiation = :after)
                    or (recorded_at, negotiation) < (select recorded_at, negotiation
                        from archive.negotiation_through where negotiation = :after))
                order by recorded_at desc, negotiation desc limit :limit""", "t.recorded_at desc, t.negotiation desc", Map.of("after", after));
    }

    /** These in their order, after this one. */
    static NegotiationSelection of(List<String> negotiations, String after, int limit) {
        List<String> rest = negotiations.subList(negotiations.indexOf(after) + 1, negotiations.size());
        String[] slugs = rest.stream().limit(limit).toArray(String[]::new);
        return new NegotiationSelection(
                "where negotiation = any (:slugs::text[]) and through > 0 limit :limit",
                "array_position(:slugs::text[], t.negotiation)",
                Map.of("slugs", slugs));
    }
}
