package org.parley.domain.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.EffectiveHistory;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * The states that a matter may be in, as far as its disputed and its only possible developments may be wrong: the state
 * with all of them, and without them, together and one by one. What becomes impossible without one changes nothing.
 */
public final class StateVariants {
    /** The greatest number of developments that are left out one by one. */
    static final int SINGLE_MAX = 64;

    private StateVariants() {}

    /** Why a development may be wrong. */
    public enum Doubt {
        /** A dispute about it is open. */
        DISPUTED,
        /** It may not have happened yet. */
        POSSIBLE
    }

    /**
     * A state without some developments.
     *
     * @param without the developments that are left out, with the doubts about them; empty for the state itself
     * @param state null if the matter does not exist without them
     */
    public record Variant(
            Map<UUID, Set<Doubt>> without, @Nullable MatterState state) {}

    /** The state as of an instant, first, and its variants. */
    public static List<Variant> of(RecordedHistory history, Instant asOf) {
        List<Occurrence> started = history.effectiveHistory().occurrences().stream()
                .filter(occurrence -> !occurrence.start().isAfter(asOf))
                .toList();
        Map<UUID, Set<Doubt>> doubtful = new LinkedHashMap<>();
        for (Occurrence occurrence : started) {
            Set<Doubt> doubts = doubts(occurrence, asOf);
            if (!doubts.isEmpty()) {
                doubtful.put(occurrence.developmentId(), doubts);
            }
        }
        Set<Map<UUID, Set<Doubt>>> selections = new LinkedHashSet<>();
        selections.add(Map.of());
        selections.add(doubtful);
        for (Doubt doubt : Doubt.values()) {
            selections.add(select(doubtful, each -> each.getValue().contains(doubt)));
        }
        doubtful.entrySet().stream()
                .limit(SINGLE_MAX)
                .forEach(each -> selections.add(Map.of(each.getKey(), each.getValue())));
        List<Variant> variants = new ArrayList<>();
        for (Map<UUID, Set<Doubt>> without : selections) {
            variants.add(new Variant(
                    without,
                    without.isEmpty() ? history.state(asOf).orElse(null) : fold(history, started, without.keySet())));
        }
        return variants;
    }

    private static Set<Doubt> doubts(Occurrence occurrence, Instant asOf) {
        Set<Doubt> doubts = new LinkedHashSet<>();
        if (occurrence.disputed()) {
            doubts.add(Doubt.DISPUTED);
        }
        if (asOf.isBefore(occurrence.certainFrom())) {
            doubts.add(Doubt.POSSIBLE);
        }
        return doubts;
    }

    private static Map<UUID, Set<Doubt>> select(
            Map<UUID, Set<Doubt>> from, Predicate<Map.Entry<UUID, Set<Doubt>>> predicate) {
        Map<UUID, Set<Doubt>> selected = new LinkedHashMap<>();
        from.entrySet().stream().filter(predicate).forEach(each -> selected.put(each.getKey(), each.getValue()));
        return selected;
    }

    private static @Nullable MatterState fold(RecordedHistory history, List<Occurrence> started, Set<UUID> without) {
        EffectiveHistory effective = history.effectiveHistory();
        Optional<MatterState> state = Optional.empty();
        for (Occurrence occurrence : started) {
            if (!without.contains(occurrence.developmentId())) {
                state = Optional.ofNullable(
                        effective.step(state.orElse(null), occurrence).state());
            }
        }
        return state.orElse(null);
    }
}
