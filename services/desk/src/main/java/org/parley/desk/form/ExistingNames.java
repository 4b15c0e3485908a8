package org.parley.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.domain.matter.MatterKind;

/** The names in a negotiation that a field can refer to, so that an editor need not know short names by heart. */
final class ExistingNames {
    private ExistingNames() {}

    /**
     * The names that fit a field.
     *
     * @param kind the slug of the kind of matter that the form is about
     * @param matter the matter that the form is about; null for a new one
     */
    static List<CommandForm.Option> of(String field, String kind, @Nullable Matter matter, List<Matter> matters) {
        return switch (field) {
            case "commitment" -> items(matter, "commitments", field, "what");
            case "point" -> items(matter, "points", field, "summary");
            case "version" -> items(matter, "drafts", field, field);
            case "vote" -> slugs(matters, MatterKind.VOTE.slug(), null);
            case "partOf" ->
                kind.equals(MatterKind.AGREEMENT.slug()) ? slugs(matters, kind, matter) : packages(matters);
            case "package" -> packages(matters);
            default -> List.of();
        };
    }

    private static List<CommandForm.Option> items(@Nullable Matter matter, String list, String name, String text) {
        Map<String, String> named = new LinkedHashMap<>();
        if (matter != null) {
            items(matter, list)
                    .forEach(item -> named.put(String.valueOf(item.get(name)), String.valueOf(item.get(text))));
        }
        return options(named);
    }

    private static List<CommandForm.Option> slugs(List<Matter> matters, String kind, @Nullable Matter except) {
        return matters.stream()
                .filter(other -> other.kind().equals(kind)
                        && (except == null || !other.matter().equals(except.matter())))
                .map(other -> new CommandForm.Option(other.matter(), other.title()))
                .toList();
    }

    private static List<CommandForm.Option> packages(List<Matter> matters) {
        Map<String, String> named = new LinkedHashMap<>();
        matters.stream()
                .filter(other -> other.kind().equals(MatterKind.GUARANTEE.slug()))
                .flatMap(other -> Stream.concat(
                        Stream.ofNullable(other.detail().get("partOf")),
                        items(other, "packagings").map(item -> (Object) item.get("name"))))
                .forEach(name -> named.put(String.valueOf(name), String.valueOf(name)));
        return options(named);
    }

    private static Stream<Map<?, ?>> items(Matter matter, String list) {
        return matter.detail().get(list) instanceof List<?> items
                ? items.stream().<Map<?, ?>>mapMulti((item, next) -> {
                    if (item instanceof Map<?, ?> fields) {
                        next.accept(fields);
                    }
                })
                : Stream.of();
    }

    private static List<CommandForm.Option> options(Map<String, String> named) {
        return named.entrySet().stream()
                .map(name -> new CommandForm.Option(name.getKey(), name.getValue()))
                .toList();
    }
}
