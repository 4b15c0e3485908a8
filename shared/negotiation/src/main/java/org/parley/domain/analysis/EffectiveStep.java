package org.parley.domain.analysis;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.EffectiveHistory;
import org.parley.domain.history.FoldStep;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * An effective development between the states of its matter before and after it.
 *
 * @param before null if the matter did not exist yet
 * @param after null if it still does not exist
 * @param disregarded whether it changes nothing, because it was accepted under earlier rules and is impossible under the
 *     present ones
 */
public record EffectiveStep(
        Occurrence occurrence,
        @Nullable MatterState before,
        @Nullable MatterState after,
        boolean disregarded) {

    /** Passes the effective developments that started by an instant, inclusive, to a consumer in valid-time order. */
    public static void forEach(RecordedHistory history, Instant asOf, Consumer<EffectiveStep> reader) {
        EffectiveHistory effective = history.effectiveHistory();
        MatterState state = null;
        for (Occurrence next : effective.occurrences()) {
            if (next.start().isAfter(asOf)) {
                return;
            }
            FoldStep step = effective.step(state, next);
            reader.accept(new EffectiveStep(next, state, step.state(), step.disregarded()));
            state = step.state();
        }
    }

    /** The name of the status before; null if the matter did not exist yet. */
    public @Nullable String statusBefore() {
        return before == null ? null : before.status().name();
    }

    /** The name of the status after; null if the matter does not exist. */
    public @Nullable String statusAfter() {
        return after == null ? null : after.status().name();
    }
}
