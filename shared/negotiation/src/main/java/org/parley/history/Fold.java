package org.parley.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;

/**
 * The states of a matter along an effective history, as far as that history is possible.
 *
 * @param occurrences the history in the world's order
 * @param states the state after each of them; shorter than the history where that stops being possible
 */
record Fold(List<Occurrence> occurrences, List<MatterState> states) {

    static Fold of(MatterType<?, ?, ?> type, MatterAddress address, List<Occurrence> occurrences) {
        List<MatterState> states = new ArrayList<>(occurrences.size());
        MatterState state = null;
        for (Occurrence next : occurrences) {
            Optional<MatterState> after = type.apply(address, state, next);
            if (after.isEmpty()) {
                break;
            }
            state = after.get();
            states.add(state);
        }
        return new Fold(occurrences, states);
    }

    boolean isPossible() {
        return states.size() == occurrences.size();
    }

    /** The first occurrence that is not possible where it stands. */
    Occurrence obstacle() {
        return occurrences.get(states.size());
    }

    /** The state before the occurrence at this index; null before the first. */
    @Nullable MatterState before(int index) {
        return index == 0 ? null : states.get(index - 1);
    }

    @Nullable MatterState last() {
        return before(states.size());
    }
}
