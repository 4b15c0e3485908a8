package org.parley.history;

import org.jspecify.annotations.Nullable;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;

/**
 * One step of the fold of a recorded history. What is recorded always folds: a development that is not possible where it stands,
 * because it was accepted under earlier rules, is disregarded and leaves the state as it is.
 *
 * @param state the state after it; null when the matter does not exist even then
 * @param disregarded whether the development changes nothing
 */
public record FoldStep(@Nullable MatterState state, boolean disregarded) {

    /** The step from the state before, null when the matter does not exist yet, by the next development. */
    public static FoldStep of(
            MatterType<?, ?, ?> type, MatterAddress address, @Nullable MatterState before, Occurrence next) {
        return type.apply(address, before, next)
                .map(after -> new FoldStep(after, false))
                .orElseGet(() -> new FoldStep(before, true));
    }
}
