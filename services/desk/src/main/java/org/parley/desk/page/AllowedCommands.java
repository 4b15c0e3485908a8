package org.parley.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.matter.MatterKind;

/** The commands that the lifecycle tables allow in a state. */
public final class AllowedCommands {
    private AllowedCommands() {}

    /**
     * The commands that are allowed in a state.
     *
     * @param kind the kind's slug
     * @param status the matter's state; null for a matter that does not exist yet
     */
    public static List<String> inState(String kind, @Nullable String status) {
        return MatterKind.ofSlug(kind)
                .map(known -> in(DomainCatalogue.type(known).lifecycle(), status))
                .orElse(List.of());
    }

    private static List<String> in(Lifecycle<?, ?> rules, @Nullable String status) {
        if (status == null) {
            return rules.beginningWith();
        }
        Enum<?> state = rules.states().stream()
                .map(known -> (Enum<?>) known)
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(null);
        return rules.allowedIn(state);
    }
}
