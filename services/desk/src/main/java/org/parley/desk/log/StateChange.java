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

    static StateChange of(Forecast forecast, Detail detail, Words words) {
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

    private static Map<String, String> described(@Nullable Matter matter, Detail detail, Words words) {
        Map<String, String> described = new LinkedHashMap<>();
        if (matter != null) {
            described.put(words.of("field.status"), words.term(matter.status()));
            described.put(words.of("field.since"), words.date(matter.since()));
            described.put(words.of("field.title"), matter.title());
            mark(described, "mark.disputed", matter.disputed(), words);
            mark(described, "mark.held", matter.held(), words);
            detail.fields(matter.detail()).forEach(field -> described.put(field.label(), field.words()));
        }
        return described;
    }

    private static void mark(Map<String, String> described, String mark, boolean marked, Words words) {
        if (marked) {
            described.put(words.of(mark), words.of("yes"));
        }
    }
}
