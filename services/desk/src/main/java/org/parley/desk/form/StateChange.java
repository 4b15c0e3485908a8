package org.parley.desk.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.CommandPreviewView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageMessages;

/** A matter's state before and after a command, field by field. */
record StateChange(List<Line> lines) {

    /** A field of the state; null where it has no value. */
    record Line(
            String label, @Nullable String before, @Nullable String after, boolean differs) {}

    public boolean changes() {
        return lines.stream().anyMatch(Line::differs);
    }

    public boolean stays() {
        return !lines.stream().allMatch(Line::differs);
    }

    static StateChange of(CommandPreviewView forecast, DetailFormatter detail, PageMessages words) {
        Map<String, String> before = described(forecast.before(), detail, words);
        Map<String, String> after = described(forecast.after(), detail, words);
        Map<String, String> labels = new LinkedHashMap<>(after);
        before.forEach(labels::putIfAbsent);
        List<Line> lines = new ArrayList<>();
        for (String label : labels.keySet()) {
            String one = before.get(label);
            String other = after.get(label);
            lines.add(new Line(label, one, other, !Objects.equals(one, other)));
        }
        return new StateChange(lines);
    }

    private static Map<String, String> described(@Nullable Matter matter, DetailFormatter detail, PageMessages words) {
        Map<String, String> described = new LinkedHashMap<>();
        if (matter != null) {
            described.put(words.of("field.status"), words.status(matter.kind(), matter.status()));
            described.put(words.of("field.since"), words.date(matter.since()));
            described.put(words.of("field.title"), matter.title());
            mark(described, "mark.disputed", matter.disputed(), words);
            mark(described, "mark.held", matter.held(), words);
            detail.fields(matter.kind(), matter.detail()).forEach(field -> described.put(field.label(), field.asText()));
        }
        return described;
    }

    private static void mark(Map<String, String> described, String mark, boolean marked, PageMessages words) {
        if (marked) {
            described.put(words.of(mark), words.of("yes"));
        }
    }
}
