package org.parley.domain.history;

import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * One step of the fold of a recorded history. A recorded history always folds: a development that was accepted under
 * earlier rules and is impossible under the present ones is disregarded and leaves the state unchanged.
 *
 * @param state the state after the step; null if the matter does not exist yet
 * @param disregarded whether the development changes nothing
 */
public record FoldStep(@Nullable MatterState state, boolean disregarded) {

    /** Applies the next development to a state; null is the state of a matter that does not exist yet. */
    public static FoldStep of(
            MatterType<?, ?, ?> type, MatterAddress address, @Nullable MatterState before, Occurrence next) {
        return type.apply(address, before, next)
                .map(after -> new FoldStep(after, false))
                .orElseGet(() -> new FoldStep(before, true));
    }
}
