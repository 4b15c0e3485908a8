package org.parley.desk.page;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Slug;

/** The matters that details and developments refer to, whose titles a page needs. */
public final class MatterReferences {
    private MatterReferences() {}

    /**
     * The references within a matter's detail or a development, such as {@code ceasefire/alaska}.
     *
     * @param value a JSON value as plain Java
     */
    public static Set<String> in(@Nullable Object value) {
        Set<String> found = new LinkedHashSet<>();
        collect(value, found);
        return found;
    }

    private static void collect(@Nullable Object value, Set<String> found) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> {
                switch (name.toString()) {
                    case "about", "touches" -> {
                        if (field instanceof Iterable<?> references) {
                            references.forEach(reference -> found.add(reference.toString()));
                        }
                    }
                    case "vote" -> add(MatterKind.VOTE, field, found);
                    // Of a guarantee it is a package, which is no matter; of a party another party, whose code is no
                    // slug.
                    case "partOf" -> add(MatterKind.AGREEMENT, field, found);
                    default -> collect(field, found);
                }
            });
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> collect(item, found));
        }
    }

    private static void add(MatterKind kind, @Nullable Object slug, Set<String> found) {
        if (slug instanceof String text && Slug.isValid(text)) {
            found.add(kind.slug() + "/" + text);
        }
    }
}
