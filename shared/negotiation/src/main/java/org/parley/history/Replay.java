package org.parley.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;

/**
 * A history folded from its beginning as far as it is possible, to explain where it is not. Of the states on the way
 * only their names are kept.
 *
 * @param occurrences the history in valid-time order
 * @param statuses the names of the states after each of them, null where the matter does not exist; fewer where the
 *     history stops being possible
 * @param last the last state reached; null when the matter does not exist there
 */
record Replay(
        List<Occurrence> occurrences,
        List<@Nullable Enum<?>> statuses,
        @Nullable MatterState last) {

    /** Folds a history; what is tolerated may be impossible where it stands, and is then disregarded. */
    static Replay of(
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
        return new Replay(occurrences, statuses, state);
    }

    boolean isPossible() {
        return statuses.size() == occurrences.size();
    }

    /** The first occurrence that is not possible where it stands. */
    Occurrence obstacle() {
        return occurrences.get(statuses.size());
    }

    /** The name of the state before the occurrence at this index; null before the first. */
    @Nullable Enum<?> before(int index) {
        return index == 0 ? null : statuses.get(index - 1);
    }
}
