package org.parley.domain.demand;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.Actors;

/** The commands of a demand. Each becomes the event with the same fields. */
public sealed interface DemandCommand extends Command {

    record MakeDemand(
            Actors by,
            Actors of,
            String substance,
            @Nullable Boolean precondition) implements DemandCommand {}

    record RefuseDemand(Actors by, @Nullable String reason) implements DemandCommand {}

    record ConcedeDemand(Actors by, @Nullable String reason) implements DemandCommand {}

    record DropDemand(Actors by, @Nullable String reason) implements DemandCommand {}
}
