package org.parley.desk.trail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.TrailFacets;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.StatusScale;

/**
 * A facet as shown on the page: its most frequent values with labels and counts.
 *
 * @param values the values that are shown; those that were chosen always are
 * @param omitted the number of values that are not shown
 */
record FacetOptions(String name, List<Value> values, int omitted) {
    private static final int VALUES_SHOWN = 6;

    /** With all of them requested: a list that a reader can still scan. */
    private static final int VALUES_MAX = 300;

    /**
     * A value to filter the trail by.
     *
     * @param step how the value looks; null for a value that is no standing
     */
    record Value(
            String value,
            String label,
            long count,
            boolean isChosen,
            @Nullable StatusScale step) {}

    static List<FacetOptions> of(TrailFacets facets, TrailPageQuery question, PageMessages words) {
        List<FacetOptions> views = new ArrayList<>();
        for (String facet : TrailPageQuery.FACETS) {
            List<String> chosen = question.chosen(facet);
            List<Value> values = facets.facets().getOrDefault(facet, List.of()).stream()
                    .map(count -> new Value(
                            count.value(),
                            label(facet, count, words),
                            count.count(),
                            chosen.contains(count.value()),
                            facet.equals("standing") ? step(count.value()) : null))
                    .toList();
            if (!values.isEmpty()) {
                views.add(shown(facet, values, facet.equals(question.more()) ? VALUES_MAX : VALUES_SHOWN));
            }
        }
        return views;
    }

    private static FacetOptions shown(String facet, List<Value> all, int most) {
        List<Value> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i < most || all.get(i).isChosen()) {
                shown.add(all.get(i));
            }
        }
        return new FacetOptions(facet, shown, all.size() - shown.size());
    }

    private static @Nullable StatusScale step(String standing) {
        return switch (standing) {
            case "DISPUTED" -> StatusScale.UNSURE;
            case "HELD" -> StatusScale.EMBARGO;
            default -> null;
        };
    }

    private static String label(String facet, TrailFacets.Count count, PageMessages words) {
        return switch (facet) {
            case "kind" -> words.orElse("kinds." + count.value(), count.value());
            case "type" -> words.orElse("event." + count.value(), count.value());
            case "standing" -> words.term("standing." + count.value());
            case "party" -> count.name() == null ? count.value() : count.name();
            case "matter" -> count.title() == null ? count.value() : count.title();
            default -> count.value();
        };
    }
}
