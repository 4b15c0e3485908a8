package org.parley.domain.demand;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The commands of a demand. Each becomes the event with the same fields. */
public sealed interface DemandCommand extends Command {

    record MakeDemand(
            @ActingParty Actors by,
            Actors of,
            String substance,
            @Nullable Boolean precondition) implements DemandCommand {}

    record RefuseDemand(@ActingParty Actors by, @Nullable String reason) implements DemandCommand {}

    record ConcedeDemand(@ActingParty Actors by, @Nullable String reason) implements DemandCommand {}

    record DropDemand(@ActingParty Actors by, @Nullable String reason) implements DemandCommand {}
}
