package org.parley.desk.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.form.EventNames;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.ValueChange;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * What a correction changed, from what was first recorded to what it put in its place.
 *
 * @param entry the correction
 * @param rows the sentence and the fields that differ, the sentence first
 */
record EntryCorrection(TrailEntryView entry, List<Row> rows) {
    /** Fields that have a row of their own, in this order after the others. */
    private static final List<String> OWN_ROWS = List.of("occurred", "evidence", "note", "type", "voices", "embargo");

    /**
     * A row of the comparison.
     *
     * @param isSentence whether it is a text that is read, not a value that is looked up
     */
    record Row(String label, List<WordDiff.Part> parts, boolean isSentence) {
        /** Whether it differs. */
        boolean isChange() {
            return parts.stream().anyMatch(part -> part.change() != WordDiff.Change.KEPT);
        }
    }

    /**
     * Compares.
     *
     * @param first the development as it was recorded
     * @param correction a correction of it
     */
    static EntryCorrection of(
            TrailEntryView first, TrailEntryView correction, DetailFormatter detail, PageMessages words) {
        JsonNode before = Objects.requireNonNull(first.data());
        JsonNode after = Objects.requireNonNull(correction.data()).path("replacement");
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                words.of("entry.sentence"),
                WordDiff.between(first.summary(), Objects.requireNonNullElse(correction.replacement(), "")),
                true));
        add(rows, words.of("entry.day"), date(before, words), date(after, words), false);
        fields(first.type(), before, after, detail, rows);
        add(rows, words.of("entry.gradeRow"), grade(before, words), grade(after, words), false);
        ValueChange sources = ValueChange.of(sources(before), sources(after));
        add(
                rows,
                words.of("entry.sourcesRow"),
                Objects.requireNonNullElse(sources.before(), ""),
                Objects.requireNonNullElse(sources.after(), ""),
                false);
        add(rows, words.of("entry.note"), text(before, "note"), text(after, "note"), true);
        return new EntryCorrection(correction, rows);
    }

    /** Why it was corrected. */
    public String reason() {
        return entry.reason();
    }

    /** The labels of the fields that differ; empty if only the words of the sentence do. */
    public List<String> changedLabels() {
        return rows.stream().skip(1).map(Row::label).toList();
    }

    private static void fields(String type, JsonNode before, JsonNode after, DetailFormatter detail, List<Row> rows) {
        String command = EventNames.commandOf(type).orElse("");
        Map<String, String> one = texts(command, before, detail);
        Map<String, String> other = texts(command, after, detail);
        Map<String, String> labels = new LinkedHashMap<>(one);
        labels.putAll(other);
        labels.keySet().forEach(label -> {
            String old = one.getOrDefault(label, "");
            String changed = other.getOrDefault(label, "");
            // A correction without a title keeps the recorded one.
            add(rows, label, old, changed, true);
        });
    }

    private static Map<String, String> texts(String command, JsonNode data, DetailFormatter detail) {
        Map<String, Object> content = Json.MAPPER.convertValue(data, new TypeReference<>() {});
        content.keySet().removeAll(OWN_ROWS);
        content.remove("title");
        Map<String, String> texts = new LinkedHashMap<>();
        detail.fields(command, content).forEach(field -> texts.put(field.label(), field.asText()));
        return texts;
    }

    private static void add(List<Row> rows, String label, String before, String after, boolean isSentence) {
        if (before.equals(after)) {
            return;
        }
        rows.add(new Row(
                label, isSentence ? WordDiff.between(before, after) : WordDiff.whole(before, after), isSentence));
    }

    private static String date(JsonNode data, PageMessages words) {
        return words.date(data.path("occurred").asString(null));
    }

    private static String grade(JsonNode data, PageMessages words) {
        String grade = data.at("/evidence/grade").asString("");
        return grade.isEmpty() ? "" : grade + " " + words.grade(grade);
    }

    private static List<String> sources(JsonNode data) {
        return data.at("/evidence/sources")
                .valueStream()
                .map(source -> source.path("publisher").asString() + ", "
                        + source.path("title").asString())
                .toList();
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).asString("");
    }

    /** The sources and the grade that it put in place of the first ones; null if it names none. */
    static TrailEntryView.@Nullable Evidence evidence(TrailEntryView correction) {
        JsonNode evidence = correction.data() == null ? null : correction.data().at("/replacement/evidence");
        return evidence == null || !evidence.isObject()
                ? null
                : Json.MAPPER.treeToValue(evidence, TrailEntryView.Evidence.class);
    }
}
