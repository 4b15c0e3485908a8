package org.parley.domain.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * The latest state of a matter, which a development updates without a fold of the history if it is also the last in
 * valid time.
 *
 * @param state the current state; null if no development is effective
 * @param last the start of the last development in valid time; {@link Instant#MIN} if there is none
 */
public record LatestMatterState(
        MatterAddress matter, @Nullable MatterState state, Instant last) {

    /** Whether the next recorded entry is a development that is the last in valid time too. */
    public boolean isExtendedBy(AffectedInterval next) {
        return matter.kind() != MatterKind.NEGOTIATION
                && !next.editorial()
                && !next.from().isBefore(last);
    }

    /** The latest state after such a development. */
    public LatestMatterState after(LedgerEntry development) {
        Occurrence next = DevelopmentThread.of(development).occurrence().orElseThrow();
        FoldStep step = FoldStep.of(DomainCatalogue.type(matter.kind()), matter, state, next);
        return new LatestMatterState(matter, step.state(), next.start());
    }
}
