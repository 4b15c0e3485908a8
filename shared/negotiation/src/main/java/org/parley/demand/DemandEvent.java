package org.parley.demand;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Event;
import org.parley.party.Actors;

/** The events of a demand. */
public sealed interface DemandEvent extends Event {

    /** A party demands something of another, perhaps as a precondition. */
    record DemandMade(Actors by, Actors of, String substance, boolean precondition) implements DemandEvent {}

    /** The demand is refused. */
    record DemandRefused(Actors by, @Nullable String reason) implements DemandEvent {}

    /** The demand is met. */
    record DemandConceded(Actors by, @Nullable String reason) implements DemandEvent {}

    /** The demand is given up. */
    record DemandDropped(Actors by, @Nullable String reason) implements DemandEvent {}
}
