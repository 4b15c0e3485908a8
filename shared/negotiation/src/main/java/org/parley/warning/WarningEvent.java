package org.parley.warning;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Event;
import org.parley.party.Actors;

/** The events of a warning. */
public sealed interface WarningEvent extends Event {

    /** A party says what will follow if its condition is met. */
    record ConsequencesThreatened(Actors by, Actors against, String condition, String consequences)
            implements WarningEvent {}

    /** What was threatened is done. */
    record ConsequencesImposed(@Nullable Actors by, String summary) implements WarningEvent {}

    /** The condition was met and nothing followed. */
    record WarningLapsed(@Nullable String reason) implements WarningEvent {}

    /** The threat is taken back. */
    record WarningWithdrawn(@Nullable Actors by, @Nullable String reason) implements WarningEvent {}
}
