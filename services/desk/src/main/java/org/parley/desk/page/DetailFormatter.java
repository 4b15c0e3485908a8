package org.parley.desk.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterKind;

/**
 * Formats a matter's detail for a page: parties by name, dates and terms in the user's language, and lists whose items
 * link to developments.
 */
public final class DetailFormatter {
    private static final List<String> DATES = List.of(
            "planned",
            "held",
            "agreed",
            "signed",
            "appliedSince",
            "inForceSince",
            "ends",
            "ended",
            "occurred",
            "due",
            "since",
            "until",
            "deadline",
            "published");
    private static final List<String> TERMS = List.of(
            "form",
            "legalNature",
            "theme",
            "stance",
            "from",
            "to",
            "finding",
            "partyKind",
            "kind",
            "role",
            "mode",
            "standing");

    /** A field {@code from} is the start of a truce, or a stance. */
    private static final Pattern STARTS_WITH_YEAR = Pattern.compile("^\\d{4}");

    /** Items of lists have no labels of their own. */
    private static final String ITEM = "item";

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
            "phase",
            "with",
            "against",
            "ends",
            "rejectedBy",
            "allegedBy",
            "shifts",
            "deliveries",
            "verified");

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

        /** The values as texts. */
        public List<String> texts() {
            return text != null ? List.of(text) : items.stream().map(Item::text).toList();
        }

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

    /**
     * The fields that have a value, in the order of the API.
     *
     * @param of the slug of the kind of matter, or the command whose event it is: it may have separate labels
     */
    public List<Field> fields(String of, @Nullable Map<String, Object> detail) {
        return detail == null ? List.of() : fields(of, detail, detail.keySet());
    }

    /** The fields with the given names only, in the order of the names. */
    public List<Field> fields(String of, Map<String, Object> detail, Collection<String> names) {
        List<Field> fields = new ArrayList<>();
        boolean isState = MatterKind.ofSlug(of).isPresent();
        Map<String, Object> readable = withCommitmentsInWords(detail);
        for (String name : names) {
            Object value = readable.get(name);
            if (value != null && !isCount(detail, name) && !(isState && isUnremarkable(of, name, value))) {
                field(name, label(of, detail, name), value, fields);
            }
        }
        return fields;
    }

    /** Whether a value only says that nothing is out of the ordinary: a flag that is not set, or no amendment. */
    private static boolean isUnremarkable(String kind, String name, Object value) {
        if (kind.equals(MatterKind.EXCHANGE.slug()) && name.equals("agreed")) {
            return true; // its status says so
        }
        return value instanceof Boolean flag
                ? flag == (kind.equals(MatterKind.AGREEMENT.slug()) && name.equals("complete"))
                : name.equals("amendments") && value.equals(0);
    }

    /** The detail with breaches that name a commitment by what it is about rather than by its short name. */
    private static Map<String, Object> withCommitmentsInWords(Map<String, Object> detail) {
        if (!(detail.get("commitments") instanceof List<?> commitments)
                || !(detail.get("breaches") instanceof List<?> breaches)) {
            return detail;
        }
        Map<Object, Object> words = new HashMap<>();
        for (Object commitment : commitments) {
            if (commitment instanceof Map<?, ?> fields && fields.get("what") != null) {
                words.put(fields.get("commitment"), fields.get("what"));
            }
        }
        Map<String, Object> readable = new LinkedHashMap<>(detail);
        readable.put(
                "breaches",
                breaches.stream()
                        .map(breach -> breach instanceof Map<?, ?> fields ? inWords(fields, words) : breach)
                        .toList());
        return readable;
    }

    private static Map<Object, @Nullable Object> inWords(Map<?, ?> breach, Map<Object, Object> words) {
        Map<Object, @Nullable Object> readable = new LinkedHashMap<>(breach);
        readable.computeIfPresent("commitment", (name, slug) -> words.getOrDefault(slug, slug));
        return readable;
    }

    /** Whether a field is the total count of a list field, which holds only the last items. */
    private static boolean isCount(Map<?, ?> detail, String name) {
        return name.endsWith(COUNT) && detail.containsKey(name.substring(0, name.length() - COUNT.length()));
    }

    /** The label of a field; for a truncated list with the total count. */
    private String label(String of, Map<?, ?> detail, String name) {
        return detail.get(name) instanceof List<?> list
                        && detail.get(name + COUNT) instanceof Number count
                        && count.longValue() > list.size()
                ? words.of("detail.last", label(of, name), list.size(), count)
                : label(of, name);
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
            return label(ITEM, name);
        }
        String text = measured(detail, name, text(name, value));
        return LABELLED.contains(name) ? label(ITEM, detail, name) + ": " + text : text;
    }

    /** A quantity with its unit. */
    private static String measured(Map<?, ?> detail, String name, String text) {
        Object unit =
                switch (name) {
                    case "quantity" -> detail.get("unit");
                    case "delivered" ->
                        detail.get("deliveredUnit") == null ? detail.get("unit") : detail.get("deliveredUnit");
                    default -> null;
                };
        return unit == null ? text : text + " " + unit;
    }

    /** Whether a part of an item is shown with another one, or says nothing to a reader. */
    private static boolean isPartOfOther(Map<?, ?> item, String name) {
        return switch (name) {
            case "developmentId", "deliveredUnit" -> true;
            case "commitment" -> item.containsKey("what");
            case "party", "code" -> item.containsKey("name");
            case "point" -> item.containsKey("summary");
            case "unit" -> item.get("quantity") != null || item.get("delivered") != null;
            default -> false;
        };
    }

    /** The label of a field of a kind of matter or of a command, regardless of its value. */
    public String label(String of, String name) {
        return words.orElse("field." + of + "." + name, words.orElse("field." + name, name));
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
            if (hasValue && !isPartOfOther(map, key.toString()) && !isCount(map, key.toString())) {
                // A flag within an item is shown by its label, and only when it is true.
                parts.add(part(map, key.toString(), part));
            }
        });
        Object id = map.get("developmentId");
        return new Item(String.join(" · ", parts), id == null ? null : id.toString(), null);
    }

    /** {@code Russia: at least 390 prisoners of war}. */
    private String handover(Map<?, ?> handover) {
        String atLeast = Boolean.TRUE.equals(handover.get("atLeast")) ? label(ITEM, "atLeast") + " " : "";
        String quantity = handover.get("quantity") == null ? "" : text("quantity", handover.get("quantity")) + " ";
        return text("party", handover.get("party")) + ": " + atLeast + quantity + handover.get("what");
    }

    private String text(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            String separator = list.stream().anyMatch(Map.class::isInstance) ? "; " : ", ";
            return String.join(
                    separator, list.stream().map(one -> text(name, one)).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return item(name, map).text();
        }
        if (value instanceof Boolean flag) {
            return words.of(flag ? "yes" : "no");
        }
        if (value instanceof Number number) {
            return words.number(number);
        }
        String text = String.valueOf(value);
        if (DATES.contains(name)
                || (name.equals("from") && STARTS_WITH_YEAR.matcher(text).find())) {
            return words.date(text);
        }
        String title = matters.get(
                switch (name) {
                    case "vote" -> MatterKind.VOTE.slug() + "/" + text;
                    case "commitment" -> name + "/" + text;
                    case "partOf" -> MatterKind.AGREEMENT.slug() + "/" + text;
                    default -> REFERENCES.contains(name) ? text : "";
                });
        if (title != null) {
            return title;
        }
        String party = parties.get(text);
        if (party != null) {
            return party;
        }
        return name.equals("outcome")
                ? words.status(MatterKind.VOTE.slug(), text)
                : TERMS.contains(name) ? words.term(text) : text;
    }
}
