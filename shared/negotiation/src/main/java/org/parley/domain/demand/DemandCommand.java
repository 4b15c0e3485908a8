package org.parley.domain.demand;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The commands of a demand. Each becomes the event with the same fields. */
public sealed interface DemandCommand extends Command {

    record MakeDemand(
            @ActingParty Actors by,
            Actors of,
            String substance,
            @Nullable Boolean precondition,
            @Nullable Edtf deadline)
            implements DemandCommand {}

    record RefuseDemand(@ActingParty Actors by, @Nullable String reason) implements DemandCommand {}

    record ConcedeDemand(@ActingParty Actors by, @Nullable String reason) implements DemandCommand {}

    record DropDemand(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements DemandCommand {}
}
