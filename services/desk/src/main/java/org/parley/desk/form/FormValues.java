package org.parley.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.form.FormField.Input;

/** The values of a form's inputs by name; an input may have several values. */
public final class FormValues {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    FormValues() {}

    FormValues(Map<String, List<String>> given) {
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
    boolean any(String prefix) {
        return values.keySet().stream().anyMatch(name -> name.startsWith(prefix) && has(name));
    }

    void put(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, List.of(value));
        }
    }

    void putAll(String name, List<String> all) {
        values.put(name, List.copyOf(all));
    }

    void putIfAbsent(String name, String value) {
        if (!has(name)) {
            put(name, value);
        }
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

    /** All values, for the hidden inputs of the preview. */
    public Map<String, List<String>> carried() {
        return values;
    }
}
