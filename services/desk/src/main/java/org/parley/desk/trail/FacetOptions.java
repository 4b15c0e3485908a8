package org.parley.desk.trail;

import java.util.ArrayList;
import java.util.List;
import org.parley.desk.client.TrailFacets;
import org.parley.desk.page.PageMessages;

/** A facet as shown on the page: its values with labels and counts. */
record FacetOptions(String name, List<Value> values, boolean isOpen) {
    private static final int OPEN_VALUES_MAX = 12;

    /** A value to filter the trail by. */
    record Value(String value, String label, long count, boolean isChosen) {}

    static List<FacetOptions> of(TrailFacets facets, TrailPageQuery question, PageMessages words) {
        List<FacetOptions> views = new ArrayList<>();
        for (String facet : TrailPageQuery.FACETS) {
            List<String> chosen = question.chosen(facet);
            List<Value> values = facets.facets().getOrDefault(facet, List.of()).stream()
                    .map(count -> new Value(
                            count.value(), label(facet, count, words), count.count(), chosen.contains(count.value())))
                    .toList();
            if (!values.isEmpty()) {
                views.add(new FacetOptions(facet, values, !chosen.isEmpty() || values.size() <= OPEN_VALUES_MAX));
            }
        }
        return views;
    }

    private static String label(String facet, TrailFacets.Count count, PageMessages words) {
        return switch (facet) {
            case "kind" -> words.orElse("kind." + count.value(), count.value());
            case "type" -> words.orElse("event." + count.value(), count.value());
            case "standing" -> words.term("standing." + count.value());
            case "party" -> count.name() == null ? count.value() : count.name();
            case "matter" -> count.title() == null ? count.value() : count.title();
            default -> count.value();
        };
    }
}
