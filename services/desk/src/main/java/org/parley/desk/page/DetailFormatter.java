package org.parley.desk.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Formats a matter's detail for a page: parties by name, dates and terms in the user's language, and lists whose items
 * link to developments.
 */
public final class DetailFormatter {
    private static final List<String> DATES =
            List.of("planned", "held", "signed", "inForceSince", "occurred", "due", "since", "until", "deadline", "published");
    private static final List<String> TERMS =
            List.of("form", "legalNature", "theme", "stance", "from", "to", "outcome", "partyKind", "kind", "role", "mode", "standing");

    /** A field {@code from} is the start of a truce, or a stance. */
    private static final Pattern STARTS_WITH_YEAR = Pattern.compile("^\\d{4}");

    /** The suffix of a field that counts the items of a list field. */
    private static final String COUNT = "Count";

    /** Fields of an item that are not understandable without their label. */
    private static final List<String> LABELLED = List.of(
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

    /** Fields with references to matters. */
    private static final List<String> REFERENCES = List.of("about", "touches");

    private final PageMessages words;
    private final Map<String, String> parties;
    private final Map<String, String> matters;

    public DetailFormatter(PageMessages words, Map<String, String> parties) {
        this(words, parties, Map.of());
    }

    /**
     * A formatter that knows the matters of the negotiation.
     *
     * @param matters the titles of matters by their references, such as {@code ceasefire/alaska}
     */
    public DetailFormatter(PageMessages words, Map<String, String> parties, Map<String, String> matters) {
        this.words = words;
        this.parties = parties;
        this.matters = matters;
    }

    /**
     * A field.
     *
     * @param name the field's name in the API
     * @param label the label in the user's language
     * @param text the value of a field with one value; null for a list
     * @param items the values of a list field
     */
    public record Field(String name, String label, @Nullable String text, List<Item> items) {

        /** The value or values as one text. */
        public String asText() {
            return text != null ? text : items.stream().map(Item::text).collect(Collectors.joining("; "));
        }
    }

    /**
     * One value of a list field.
     *
     * @param developmentId the development that caused it; null when unknown
     * @param matter the reference of the matter that it is; null when it is something else
     */
    public record Item(
            String text,
            @Nullable String developmentId,
            @Nullable String matter) {}

    /** The fields that have a value, in the order of the API. */
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

    /** The fields with the given names only, in the order of the names. */
    public List<Field> fields(Map<String, Object> detail, Collection<String> names) {
        List<Field> fields = new ArrayList<>();
        names.stream()
                .filter(detail::containsKey)
                .forEach(name -> field(name, label(detail, name), detail.get(name), fields));
        return fields;
    }

    /** Whether a field is the total count of a list field, which holds only the last items. */
    private static boolean isCount(Map<?, ?> detail, String name) {
        return name.endsWith(COUNT) && detail.containsKey(name.substring(0, name.length() - COUNT.length()));
    }

    /** The label of a field; for a truncated list with the total count. */
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
        return LABELLED.contains(name) ? label(detail, name) + ": " + text : text;
    }

    /** The label of a field, regardless of its value. */
    public String label(String name) {
        return words.orElse("field." + name, name);
    }

    private Item item(String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            String reference = String.valueOf(value);
            boolean isMatter = REFERENCES.contains(name) && matters.containsKey(reference);
            return new Item(text(name, value), null, isMatter ? reference : null);
        }
        if (map.containsKey("party") && map.containsKey("what")) {
            return new Item(handover(map), null, null);
        }
        List<String> parts = new ArrayList<>();
        map.forEach((key, part) -> {
            boolean hasValue = part instanceof List<?> list ? !list.isEmpty() : !Boolean.FALSE.equals(part);
            if (hasValue && !key.equals("developmentId") && !isCount(map, key.toString())) {
                // A flag within an item is shown by its label, and only when it is true.
                parts.add(part(map, key.toString(), part));
            }
        });
        Object id = map.get("developmentId");
        return new Item(String.join(" · ", parts), id == null ? null : id.toString(), null);
    }

    /** {@code Russia: at least 390 prisoners of war}. */
    private String handover(Map<?, ?> handover) {
        String atLeast = Boolean.TRUE.equals(handover.get("atLeast")) ? label("atLeast") + " " : "";
        String quantity = handover.get("quantity") == null ? "" : handover.get("quantity") + " ";
        return text("party", handover.get("party")) + ": " + atLeast + quantity + handover.get("what");
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
        if (DATES.contains(name) || (name.equals("from") && STARTS_WITH_YEAR.matcher(text).find())) {
            return words.date(text);
        }
        if (REFERENCES.contains(name)) {
            return matters.getOrDefault(text, text);
        }
        String party = parties.get(text);
        return party != null ? party : TERMS.contains(name) ? words.term(text) : text;
    }
}
