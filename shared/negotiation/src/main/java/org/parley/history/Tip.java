package org.parley.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;

/**
 * The end of a matter's history, from which it grows by developments that come last in the world too.
 *
 * @param state the state after everything that holds; null when nothing does
 * @param last when the last of its developments begins; {@link Instant#MIN} when there is none
 */
public record Tip(MatterAddress matter, @Nullable MatterState state, Instant last) {

    /** Whether a development recorded next comes last in the world, too. */
    public boolean grows(Reach next) {
        return matter.kind() != Kind.NEGOTIATION
                && !next.editorial()
                && !next.low().isBefore(last);
    }

    /** The end after a development that comes last. */
    public Tip then(Entry development) {
        Occurrence next = Account.of(development).occurrence().orElseThrow();
        FoldStep step = FoldStep.of(Catalogue.type(matter.kind()), matter, state, next);
        return new Tip(matter, step.state(), next.start());
    }
}
