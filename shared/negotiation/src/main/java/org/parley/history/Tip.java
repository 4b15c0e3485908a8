package org.parley.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;

/**
 * The latest state of a matter, which a development updates without a fold of the history if it is also the last in
 * valid time.
 *
 * @param state the current state; null if no development is effective
 * @param last the start of the last development in valid time; {@link Instant#MIN} if there is none
 */
public record Tip(MatterAddress matter, @Nullable MatterState state, Instant last) {

    /** Whether the next recorded entry is a development that is the last in valid time too. */
    public boolean grows(Reach next) {
        return matter.kind() != Kind.NEGOTIATION
                && !next.editorial()
                && !next.low().isBefore(last);
    }

    /** The latest state after such a development. */
    public Tip then(Entry development) {
        Occurrence next = Account.of(development).occurrence().orElseThrow();
        FoldStep step = FoldStep.of(Catalogue.type(matter.kind()), matter, state, next);
        return new Tip(matter, step.state(), next.start());
    }
}
