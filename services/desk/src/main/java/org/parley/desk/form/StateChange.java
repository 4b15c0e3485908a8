package org.parley.desk.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.CommandPreviewView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.ValueChange;

/** A matter's state before and after a command, field by field. */
record StateChange(List<Line> lines) {

    /** A field of the state, or its status; null where it has no value. */
    record Line(
            String label, @Nullable String before, @Nullable String after, boolean differs, boolean status) {}

    public boolean changes() {
        return lines.stream().anyMatch(Line::differs);
    }

    public boolean stays() {
        return !lines.stream().allMatch(Line::differs);
    }

    static StateChange of(CommandPreviewView forecast, DetailFormatter detail, PageMessages words) {
        Map<String, List<String>> before = described(forecast.before(), detail, words);
        Map<String, List<String>> after = described(forecast.after(), detail, words);
        Map<String, List<String>> labels = new LinkedHashMap<>(after);
        before.forEach(labels::putIfAbsent);
        List<Line> lines = new ArrayList<>();
        for (String label : labels.keySet()) {
            List<String> one = before.getOrDefault(label, List.of());
            List<String> other = after.getOrDefault(label, List.of());
            ValueChange change = ValueChange.of(one, other);
            lines.add(new Line(
                    label,
                    change.before(),
                    change.after(),
                    !one.equals(other),
                    label.equals(words.of("field.status"))));
        }
        return new StateChange(lines);
    }

    private static Map<String, List<String>> described(
            @Nullable Matter matter, DetailFormatter detail, PageMessages words) {
        Map<String, List<String>> described = new LinkedHashMap<>();
        if (matter != null) {
            described.put(words.of("field.status"), List.of(words.status(matter.kind(), matter.status())));
            described.put(words.of("field.since"), List.of(words.date(matter.since())));
            described.put(words.of("field.title"), List.of(matter.title()));
            mark(described, "mark.disputed", matter.disputed(), words);
            mark(described, "mark.held", matter.held(), words);
            detail.fields(matter.kind(), matter.detail()).forEach(field -> described.put(field.label(), field.texts()));
        }
        return described;
    }

    private static void mark(Map<String, List<String>> described, String mark, boolean marked, PageMessages words) {
        if (marked) {
            described.put(words.of(mark), List.of(words.of("yes")));
        }
    }
}
