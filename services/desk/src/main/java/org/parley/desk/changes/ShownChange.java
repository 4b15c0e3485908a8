package org.parley.desk.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.ValueChange;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * A change as shown on the page.
 *
 * @param kind the kind of the matter; null for the negotiation itself
 * @param title the title of the matter, or a label for the negotiation
 * @param before its status before; null if it did not exist, or if the change is in the negotiation itself
 * @param after its status after
 * @param since the date since which it has the status, in EDTF
 * @param details the other fields that differ
 * @param causes the entries that caused it, in the archive's order
 * @param omitted the number of causes that are not shown
 */
record ShownChange(
        @Nullable String kind,
        @Nullable String matter,
        String title,
        @Nullable String before,
        @Nullable String after,
        @Nullable String since,
        List<Detail> details,
        List<TrailEntryView> causes,
        int omitted) {
    static final int CAUSES_SHOWN = 20;

    /** A field before and after; null where it has no value. */
    record Detail(
            String label, @Nullable String before, @Nullable String after) {}

    /** Whether it is in a matter, not in the negotiation itself. */
    public boolean isMatter() {
        return kind != null && matter != null && !kind.equals("negotiation");
    }

    /** Whether the status differs; a new matter has none before. */
    public boolean isStatusChange() {
        return after != null && !after.equals(before) || before != null && after == null;
    }

    static ShownChange of(
            NegotiationView.Change change,
            Map<String, TrailEntryView> entries,
            DetailFormatter detail,
            PageMessages words) {
        List<TrailEntryView> causes = change.because().stream()
                .map(entries::get)
                .filter(Objects::nonNull)
                .limit(CAUSES_SHOWN)
                .toList();
        return new ShownChange(
                change.kind(),
                change.matter(),
                title(change, words),
                text(change.before(), "status"),
                text(change.after(), "status"),
                text(change.after(), "since"),
                details(change, detail, words),
                causes,
                change.because().size() - causes.size());
    }

    private static String title(NegotiationView.Change change, PageMessages words) {
        JsonNode either = change.after() != null && change.after().isObject() ? change.after() : change.before();
        String title = text(either, "title");
        return title == null ? words.of("changes.negotiation") : title;
    }

    private static @Nullable String text(@Nullable JsonNode state, String field) {
        return state == null ? null : state.path(field).asString(null);
    }

    private static List<Detail> details(NegotiationView.Change change, DetailFormatter detail, PageMessages words) {
        String kind = Objects.requireNonNullElse(change.kind(), "");
        Map<String, List<String>> before = described(kind, change.before(), detail, words);
        Map<String, List<String>> after = described(kind, change.after(), detail, words);
        Map<String, List<String>> labels = new LinkedHashMap<>(after);
        labels.putAll(before);
        List<Detail> differences = new ArrayList<>();
        for (String label : labels.keySet()) {
            List<String> one = before.getOrDefault(label, List.of());
            List<String> other = after.getOrDefault(label, List.of());
            if (!one.equals(other)) {
                ValueChange values = ValueChange.of(one, other);
                differences.add(new Detail(label, values.before(), values.after()));
            }
        }
        return differences;
    }

    /** The fields of a state as texts by label; a list field has one text for each item. */
    private static Map<String, List<String>> described(
            String kind, @Nullable JsonNode state, DetailFormatter detail, PageMessages words) {
        Map<String, List<String>> described = new LinkedHashMap<>();
        if (state == null || !state.isObject()) {
            return described;
        }
        for (String name : List.of("title", "stance", "since", "summary")) {
            String value = text(state, name);
            if (value != null) {
                described.put(
                        words.orElse("field." + name, name),
                        List.of(
                                switch (name) {
                                    case "since" -> words.date(value);
                                    case "stance" -> words.term(value);
                                    default -> value;
                                }));
            }
        }
        for (String flag : List.of("possible", "disputed", "held")) {
            if (state.path(flag).asBoolean(false)) {
                described.put(words.of("mark." + flag), List.of(words.of("yes")));
            }
        }
        if (state.path("detail").isObject()) {
            Map<String, Object> fields = Json.MAPPER.convertValue(state.path("detail"), new TypeReference<>() {});
            detail.fields(kind, fields)
                    .forEach(field -> described.put(detail.label(kind, field.name()), field.texts()));
        }
        return described;
    }
}
