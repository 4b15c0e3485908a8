package org.parley.desk.trail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.BitemporalPoint;

/**
 * The query parameters of the trail page, named as in the API.
 *
 * @param more the facet whose values are all shown; null shows the most frequent ones of each
 */
record TrailPageQuery(
        @Nullable List<String> kind,
        @Nullable String matter,
        @Nullable List<String> party,
        @Nullable List<String> type,
        @Nullable List<String> standing,
        @Nullable List<String> editor,
        @Nullable String q,
        @Nullable String order,
        @Nullable Long after,
        @Nullable Long before,
        @Nullable String more) {
    /** The facets in display order. */
    static final List<String> FACETS = List.of("standing", "kind", "party", "type", "matter", "editor");

    /** Whether the oldest entries come first; the default is newest first. */
    public boolean isOldestFirst() {
        return "asc".equals(order);
    }

    /** The filter parameters without cursors. */
    Map<String, Object> filter(BitemporalPoint moment) {
        Map<String, Object> filter = new LinkedHashMap<>();
        put(filter, "kind", kind);
        put(filter, "matter", matter);
        put(filter, "party", party);
        put(filter, "type", type);
        put(filter, "standing", standing);
        put(filter, "editor", editor);
        put(filter, "q", q);
        if (q != null && !q.isBlank()) {
            filter.put("similar", true);
        }
        filter.putAll(moment.parameters());
        return filter;
    }

    /**
     * The parameters of the whole view rather than one page. When the newest come first, {@code after} is the lower
     * bound of the view, not a cursor.
     */
    Map<String, Object> view(BitemporalPoint moment) {
        Map<String, Object> view = filter(moment);
        view.put("order", isOldestFirst() ? "asc" : "desc");
        if (!isOldestFirst()) {
            put(view, "after", after);
        }
        return view;
    }

    /** All parameters of this page. */
    Map<String, Object> parameters(BitemporalPoint moment) {
        Map<String, Object> parameters = view(moment);
        put(parameters, "after", after);
        put(parameters, "before", before);
        return parameters;
    }

    /**
     * The parameters of the next page.
     *
     * @param reached the last position of this page
     */
    Map<String, Object> next(BitemporalPoint moment, long reached) {
        Map<String, Object> parameters = parameters(moment);
        parameters.put(isOldestFirst() ? "after" : "before", reached);
        return parameters;
    }

    /** The chosen values of a facet. */
    List<String> chosen(String facet) {
        List<String> values =
                switch (facet) {
                    case "kind" -> kind;
                    case "party" -> party;
                    case "type" -> type;
                    case "standing" -> standing;
                    case "editor" -> editor;
                    default -> matter == null ? null : List.of(matter);
                };
        return values == null ? List.of() : values;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value);
        }
    }
}
