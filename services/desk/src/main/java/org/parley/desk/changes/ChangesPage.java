package org.parley.desk.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.parley.desk.client.NegotiationView;

/**
 * A page of the changes, grouped by kind.
 *
 * @param number the number of the page, from 1
 * @param pages the number of pages
 * @param total the number of changes on all pages
 * @param groups the changes of this page by kind
 */
record ChangesPage(int number, int pages, int total, List<Group> groups) {
    static final int SIZE = 40;

    /** With no more changes than this, every group is open. */
    private static final int OPEN_MAX = 12;

    /**
     * The changes of one kind.
     *
     * @param kind the kind; {@code negotiation} for the negotiation itself
     * @param total the number of changes of this kind on all pages
     */
    record Group(String kind, int total, List<ShownChange> changes, boolean isOpen) {}

    /** The changes of a page, in the order of the archive. */
    static List<NegotiationView.Change> slice(List<NegotiationView.Change> all, int number) {
        int from = Math.min((number - 1) * SIZE, all.size());
        return all.subList(from, Math.min(from + SIZE, all.size()));
    }

    /**
     * The page.
     *
     * @param all the changes of all pages, those of a kind together
     * @param page how to show a change
     */
    static ChangesPage of(
            List<NegotiationView.Change> all, int number, Function<NegotiationView.Change, ShownChange> page) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        all.forEach(change -> totals.merge(kind(change), 1, Integer::sum));
        Map<String, List<ShownChange>> byKind = new LinkedHashMap<>();
        slice(all, number).forEach(change -> byKind.computeIfAbsent(kind(change), kind -> new ArrayList<>())
                .add(page.apply(change)));
        List<Group> groups = new ArrayList<>();
        byKind.forEach((kind, changes) -> groups.add(
                new Group(kind, totals.getOrDefault(kind, 0), changes, all.size() <= OPEN_MAX || groups.isEmpty())));
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        return new ChangesPage(number, pages, all.size(), groups);
    }

    private static String kind(NegotiationView.Change change) {
        return Objects.requireNonNullElse(change.kind(), "negotiation");
    }
}
