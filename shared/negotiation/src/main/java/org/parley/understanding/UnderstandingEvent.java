package org.parley.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Event;
import org.parley.party.Actors;

/** The events of an understanding. */
public sealed interface UnderstandingEvent extends Event {

    /** A party says that something was understood. */
    record UnderstandingClaimed(
            Actors by, Actors between, @Nullable String terms) implements UnderstandingEvent {}

    /** Another confirms it. */
    record UnderstandingConfirmed(Actors by) implements UnderstandingEvent {}

    /** Another denies it or rejects its terms; a voice leaves the state as it is. */
    record UnderstandingContested(Actors by, @Nullable String reason) implements UnderstandingEvent {}

    /** Nobody holds to it any longer. */
    record UnderstandingAbandoned(
            @Nullable Actors by, @Nullable String reason) implements UnderstandingEvent {}
}
