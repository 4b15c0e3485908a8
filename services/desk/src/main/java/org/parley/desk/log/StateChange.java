package org.parley.desk.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.desk.api.Forecast;
import org.parley.desk.api.NegotiationState.Matter;
import org.parley.desk.page.Detail;
import org.parley.desk.page.Words;

/** A matter's state before and after, side by side. */
record StateChange(List<Line> lines) {

    /** A line of the state; null where it has no value. */
    record Line(
            String label, @Nullable String before, @Nullable String after, boolean differs) {}

    public boolean changes() {
        return lines.stream().anyMatch(Line::differs);
    }

    public boolean stays() {
        return !lines.stream().allMatch(Line::differs);
    }

    static StateChange of(Forecast forecast, Detail detail, Words words) {
        Map<String, String> before = told(forecast.before(), detail, words);
        Map<String, String> after = told(forecast.after(), detail, words);
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

    private static Map<String, String> told(@Nullable Matter matter, Detail detail, Words words) {
        Map<String, String> told = new LinkedHashMap<>();
        if (matter != null) {
            told.put(words.of("field.status"), words.term(matter.status()));
            told.put(words.of("field.since"), words.date(matter.since()));
            told.put(words.of("field.title"), matter.title());
            mark(told, "mark.disputed", matter.disputed(), words);
            mark(told, "mark.held", matter.held(), words);
            detail.fields(matter.detail()).forEach(field -> told.put(field.label(), field.words()));
        }
        return told;
    }

    private static void mark(Map<String, String> told, String mark, boolean marked, Words words) {
        if (marked) {
            told.put(words.of(mark), words.of("yes"));
        }
    }
}
