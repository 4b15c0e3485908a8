package org.parley.domain.demand;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The events of a demand. */
public sealed interface DemandEvent extends Event {

    /** A party makes a demand of another, possibly as a precondition. */
    record DemandMade(
            @ActingParty Actors by,
            Actors of,
            String substance,
            boolean precondition,
            @Nullable Edtf deadline) implements DemandEvent {}

    /** The demand is refused. */
    record DemandRefused(@ActingParty Actors by, @Nullable String reason) implements DemandEvent {}

    /** The demand is conceded. */
    record DemandConceded(@ActingParty Actors by, @Nullable String reason) implements DemandEvent {}

    /** The demand is dropped. */
    record DemandDropped(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements DemandEvent {}
}
