package org.parley.domain.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The events of an understanding. */
public sealed interface UnderstandingEvent extends Event {

    /** A party claims an understanding. */
    record UnderstandingClaimed(
            @ActingParty Actors by,
            @ActingParty Actors between,
            @Nullable String terms) implements UnderstandingEvent {}

    /** Another party confirms it. */
    record UnderstandingConfirmed(@ActingParty Actors by) implements UnderstandingEvent {}

    /** Another party denies it or rejects its terms. A voice does not change the status. */
    record UnderstandingContested(
            @ActingParty Actors by, @Nullable String reason) implements UnderstandingEvent {}

    /** It is abandoned. */
    record UnderstandingAbandoned(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements UnderstandingEvent {}
}
