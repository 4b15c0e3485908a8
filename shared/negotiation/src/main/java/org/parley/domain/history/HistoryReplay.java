package org.parley.domain.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * The fold of a history as far as it is possible, to explain where it is not. Keeps only the status after each step.
 *
 * @param occurrences the history in valid-time order
 * @param statuses the status after each occurrence, null while the matter does not exist; fewer than occurrences if the
 *     history becomes impossible
 * @param last the last state reached; null if the matter does not exist there
 */
public record HistoryReplay(
        List<Occurrence> occurrences,
        List<@Nullable Enum<?>> statuses,
        @Nullable MatterState last) {

    /** Folds a history. Tolerated occurrences may be impossible and are then disregarded. */
    public static HistoryReplay of(
            MatterType<?, ?, ?> type,
            MatterAddress address,
            List<Occurrence> occurrences,
            Predicate<Occurrence> tolerated) {
        List<@Nullable Enum<?>> statuses = new ArrayList<>(occurrences.size());
        MatterState state = null;
        for (Occurrence next : occurrences) {
            FoldStep step = FoldStep.of(type, address, state, next);
            if (step.disregarded() && !tolerated.test(next)) {
                break;
            }
            state = step.state();
            statuses.add(state == null ? null : state.status());
        }
        return new HistoryReplay(occurrences, statuses, state);
    }

    public boolean isPossible() {
        return statuses.size() == occurrences.size();
    }

    /** The first impossible occurrence. */
    public Occurrence obstacle() {
        return occurrences.get(statuses.size());
    }

    /** The status before the occurrence at an index; null before the first. */
    @Nullable Enum<?> before(int index) {
        return index == 0 ? null : statuses.get(index - 1);
    }
}
