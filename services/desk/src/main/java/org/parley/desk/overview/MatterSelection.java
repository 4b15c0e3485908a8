package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.Group;
import org.parley.desk.client.NegotiationSummary.Tally;
import org.parley.domain.matter.MatterKind;

/**
 * The matters that a reader chose to list, as in the address of the page.
 *
 * @param group the id of a group; null for all
 * @param status a state; null for all
 * @param party the code of a party that the matters name; null for all
 * @param sort {@code title}; null for those that moved last
 * @param skip how many matters come before the page
 */
record MatterSelection(
        @Nullable String group,
        @Nullable String status,
        @Nullable String party,
        @Nullable String sort,
        int skip) {
    /** As many rows as keep the page small. */
    static final int PAGE = 40;

    static MatterSelection of(
            @Nullable String group,
            @Nullable String status,
            @Nullable String party,
            @Nullable String sort,
            @Nullable Integer skip) {
        return new MatterSelection(
                blankToNull(group),
                blankToNull(status),
                blankToNull(party),
                "title".equals(sort) ? sort : null,
                skip == null ? 0 : Math.max(0, skip));
    }

    private static @Nullable String blankToNull(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** How many matters come before the previous page; null for the first. */
    public @Nullable Integer previous() {
        return skip > PAGE ? skip - PAGE : null;
    }

    /** The query parameters of the archive; a group that does not exist matches nothing. */
    Map<String, Object> parameters(NegotiationSummary summary) {
        Map<String, Object> parameters = new HashMap<>();
        Group chosen = summary.groups().stream()
                .filter(each -> MatterFold.id(each).equals(group))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            parameters.put("kind", kinds());
        } else {
            parameters.put("kind", chosen.kind());
            if (chosen.kind().equals("agreement")) {
                parameters.put("form", chosen.form() == null ? "NONE" : chosen.form());
            }
        }
        parameters.put("status", status);
        parameters.put("party", party);
        parameters.put("sort", sort);
        parameters.put("skip", skip);
        parameters.put("limit", PAGE);
        return parameters;
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (MatterKind kind : MatterKind.values()) {
            if (kind != MatterKind.NEGOTIATION) {
                kinds.add(kind.slug());
            }
        }
        return kinds;
    }

    /** The states that matters are in, to choose from. */
    static List<String> statuses(NegotiationSummary summary) {
        TreeSet<String> statuses = new TreeSet<>();
        for (Group each : summary.groups()) {
            if (!each.kind().equals("question")) {
                each.tallies().stream().map(Tally::status).forEach(statuses::add);
            }
        }
        return List.copyOf(statuses);
    }
}
