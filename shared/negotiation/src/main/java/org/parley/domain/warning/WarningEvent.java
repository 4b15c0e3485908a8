package org.parley.domain.warning;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The events of a warning. */
public sealed interface WarningEvent extends Event {

    /** A party threatens consequences if a condition is met. */
    record ConsequencesThreatened(@ActingParty Actors by, Actors against, String condition, String consequences)
            implements WarningEvent {}

    /** The threatened consequences are imposed. */
    record ConsequencesImposed(@ActingParty @Nullable Actors by, String summary) implements WarningEvent {}

    /** The condition was met without consequences. */
    record WarningLapsed(@Nullable String reason) implements WarningEvent {}

    /** The warning is withdrawn. */
    record WarningWithdrawn(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements WarningEvent {}
}
