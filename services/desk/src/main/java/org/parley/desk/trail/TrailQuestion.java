package org.parley.desk.trail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.api.Moment;

/** What the trail's page is narrowed to, as it stands in its address; the names are the contract's. */
record TrailQuestion(
        @Nullable List<String> kind,
        @Nullable String matter,
        @Nullable List<String> party,
        @Nullable List<String> type,
        @Nullable List<String> standing,
        @Nullable List<String> editor,
        @Nullable String q,
        @Nullable String order,
        @Nullable Long after,
        @Nullable Long before) {
    /** The facets, in the order shown. */
    static final List<String> FACETS = List.of("kind", "matter", "party", "type", "standing", "editor");

    /** Newest first, unless the other way round is asked for. */
    public boolean isOldestFirst() {
        return "asc".equals(order);
    }

    /** What it is narrowed to, without the place reached. */
    Map<String, Object> filter(Moment moment) {
        Map<String, Object> filter = new LinkedHashMap<>();
        put(filter, "kind", kind);
        put(filter, "matter", matter);
        put(filter, "party", party);
        put(filter, "type", type);
        put(filter, "standing", standing);
        put(filter, "editor", editor);
        put(filter, "q", q);
        filter.putAll(moment.parameters());
        return filter;
    }

    /** All that the view holds, beyond the page shown: newest first, {@code after} is where it ends. */
    Map<String, Object> view(Moment moment) {
        Map<String, Object> view = filter(moment);
        view.put("order", isOldestFirst() ? "asc" : "desc");
        if (!isOldestFirst()) {
            put(view, "after", after);
        }
        return view;
    }

    /** The whole question. */
    Map<String, Object> parameters(Moment moment) {
        Map<String, Object> parameters = view(moment);
        put(parameters, "after", after);
        put(parameters, "before", before);
        return parameters;
    }

    /** The page after this one. */
    Map<String, Object> next(Moment moment, long reached) {
        Map<String, Object> parameters = parameters(moment);
        parameters.put(isOldestFirst() ? "after" : "before", reached);
        return parameters;
    }

    /** The values that a facet is narrowed to. */
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
