package org.parley.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.form.FormField.Input;

/** The values of a form's inputs by name; an input may have several values. */
public final class FormValues {
    private static final List<String> PREFILLED = List.of(
            "target",
            "with",
            "matter",
            "title",
            "reason",
            "name",
            "back",
            "zone",
            "reliability",
            "credibility",
            "what",
            "command",
            "about",
            "begins");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    public FormValues() {}

    public FormValues(Map<String, List<String>> given) {
        given.forEach((name, all) -> values.put(name, List.copyOf(all)));
    }

    /** The first value of an input, stripped; empty when there is none. */
    public String get(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : Objects.requireNonNullElse(all.get(0), "").strip();
    }

    /** The value, or a default if it is empty. */
    public String orElse(String name, String otherwise) {
        String value = get(name);
        return value.isEmpty() ? otherwise : value;
    }

    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** Whether an input has this value among its values. */
    public boolean includes(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Whether any input whose name starts with a prefix is filled in. */
    public boolean any(String prefix) {
        return values.keySet().stream().anyMatch(name -> name.startsWith(prefix) && has(name));
    }

    public void put(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, List.of(value));
        }
    }

    void putAll(String name, List<String> all) {
        values.put(name, List.copyOf(all));
    }

    public void putIfAbsent(String name, String value) {
        if (!has(name)) {
            put(name, value);
        }
    }

    /** Copies what a link to a new form may fill in: its matter, its target, and a source. */
    void copyPrefilled(FormValues target) {
        values.keySet().stream()
                .filter(name -> PREFILLED.contains(name) || name.startsWith("source.0."))
                .filter(this::has)
                .forEach(name -> target.put(name, get(name)));
    }

    /** Replaces the text of inputs. */
    void replaceAll(Predicate<String> names, UnaryOperator<String> text) {
        values.replaceAll(
                (name, all) -> names.test(name) ? all.stream().map(text).toList() : all);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The parties that the inputs name, with their codes as names. */
    List<Party> parties(List<FormField> fields) {
        return named(fields, Input.PARTY, Input.ACTORS)
                .map(code -> new Party(code, code, "", null, null, null, false))
                .toList();
    }

    /** The matters that the inputs name, with their slugs as titles. */
    List<Matter> matters(List<FormField> fields) {
        return named(fields, Input.MATTERS)
                .map(address -> Matter.ofAddress(
                        address.substring(0, Math.max(0, address.indexOf('/'))),
                        address.substring(address.indexOf('/') + 1)))
                .toList();
    }

    private Stream<String> named(List<FormField> fields, Input... inputs) {
        return fields.stream()
                .filter(field -> List.of(inputs).contains(field.input()))
                .flatMap(field -> values.keySet().stream()
                        .filter(name -> name.equals(field.name())
                                || name.startsWith(field.name() + ".") && name.endsWith(".party")))
                .flatMap(name -> all(name).stream())
                .distinct();
    }

    /** All values by input. */
    public Map<String, List<String>> all() {
        return values;
    }
}
