package org.parley.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.matter.Kind;
import org.parley.matter.Lifecycle;

/** The commands that the lifecycle tables allow in a state. */
public final class NextSteps {
    private NextSteps() {}

    /**
     * The commands that are allowed in a state.
     *
     * @param kind the kind's slug
     * @param status the matter's state; null for a matter that does not exist yet
     */
    public static List<String> after(String kind, @Nullable String status) {
        return Kind.ofSlug(kind)
                .map(known -> in(Catalogue.type(known).lifecycle(), status))
                .orElse(List.of());
    }

    private static List<String> in(Lifecycle<?, ?> rules, @Nullable String status) {
        Enum<?> state = rules.states().stream()
                .map(known -> (Enum<?>) known)
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(null);
        return rules.allowedIn(state);
    }
}
