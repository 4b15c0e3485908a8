package org.parley.desk.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A matter's detail, ready to be shown: each field with parties by name, dates and terms in words, and lists of
 * happenings that lead to their developments.
 */
public final class Detail {
    private static final List<String> DATES =
            List.of("planned", "held", "signed", "inForceSince", "occurred", "due", "since", "until", "published");
    private static final List<String> TERMS =
            List.of("form", "legalNature", "theme", "stance", "from", "to", "outcome", "partyKind", "role");

    /** What the name of a count ends with, after that of what is counted. */
    private static final String COUNT = "Count";

    /** Of several values those that say nothing without their name. */
    private static final List<String> TOLD_BY_NAME = List.of(
            "due",
            "delivered",
            "from",
            "to",
            "conditions",
            "condition",
            "commitment",
            "allegedBy",
            "shifts",
            "deliveries");

    private final Words words;
    private final Map<String, String> parties;

    public Detail(Words words, Map<String, String> parties) {
        this.words = words;
        this.parties = parties;
    }

    /**
     * A field.
     *
     * @param name as in the contract
     * @param label in words
     * @param text its value, where it is one
     * @param items its values, where they are several
     */
    public record Field(String name, String label, @Nullable String text, List<Item> items) {

        /** All of it as one text. */
        public String words() {
            return text != null ? text : items.stream().map(Item::text).collect(Collectors.joining("; "));
        }
    }

    /**
     * One of several values.
     *
     * @param developmentId the development that brought it; null when it is not told
     */
    public record Item(String text, @Nullable String developmentId) {}

    /** The fields that have a value, in the contract's order. */
    public List<Field> fields(@Nullable Map<String, Object> detail) {
        List<Field> fields = new ArrayList<>();
        if (detail != null) {
            detail.forEach((name, value) -> {
                if (!isCount(detail, name)) {
                    field(name, label(detail, name), value, fields);
                }
            });
        }
        return fields;
    }

    /** Those of these names only. */
    public List<Field> fields(Map<String, Object> detail, Collection<String> names) {
        List<Field> fields = new ArrayList<>();
        names.stream()
                .filter(detail::containsKey)
                .forEach(name -> field(name, label(detail, name), detail.get(name), fields));
        return fields;
    }

    /** Whether a field tells how many there are of what another field lists the last of. */
    private static boolean isCount(Map<?, ?> detail, String name) {
        return name.endsWith(COUNT) && detail.containsKey(name.substring(0, name.length() - COUNT.length()));
    }

    /** What a field is called; where it lists the last ones only, of how many they are the last. */
    private String label(Map<?, ?> detail, String name) {
        return detail.get(name) instanceof List<?> list
                        && detail.get(name + COUNT) instanceof Number count
                        && count.longValue() > list.size()
                ? words.of("detail.last", label(name), list.size(), count)
                : label(name);
    }

    private void field(String name, String label, @Nullable Object value, List<Field> fields) {
        switch (value) {
            case null -> {}
            case List<?> list when list.isEmpty() -> {}
            case List<?> list ->
                fields.add(new Field(
                        name,
                        label,
                        null,
                        list.stream().map(one -> item(name, one)).toList()));
            default -> fields.add(new Field(name, label, text(name, value), List.of()));
        }
    }

    private String part(Map<?, ?> detail, String name, @Nullable Object value) {
        if (value instanceof Boolean) {
            return label(name);
        }
        String text = text(name, value);
        return TOLD_BY_NAME.contains(name) ? label(detail, name) + ": " + text : text;
    }

    /** What a field is called, whatever it holds. */
    public String label(String name) {
        return words.orElse("field." + name, name);
    }

    private Item item(String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return new Item(text(name, value), null);
        }
        List<String> parts = new ArrayList<>();
        map.forEach((key, part) -> {
            boolean says = part instanceof List<?> list ? !list.isEmpty() : !Boolean.FALSE.equals(part);
            if (says && !key.equals("developmentId") && !isCount(map, key.toString())) {
                // Of several values a flag is told by its name, and only where it holds.
                parts.add(part(map, key.toString(), part));
            }
        });
        Object id = map.get("developmentId");
        return new Item(String.join(" · ", parts), id == null ? null : id.toString());
    }

    private String text(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(one -> text(name, one)).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return item(name, map).text();
        }
        if (value instanceof Boolean flag) {
            return words.of(flag ? "yes" : "no");
        }
        String text = String.valueOf(value);
        if (DATES.contains(name)) {
            return words.date(text);
        }
        String party = parties.get(text);
        return party != null ? party : TERMS.contains(name) ? words.term(text) : text;
    }
}
