package org.parley.domain.warning;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The events of a warning. */
public sealed interface WarningEvent extends Event {

    /** A party threatens consequences if a condition is met. */
    record ConsequencesThreatened(
            @ActingParty Actors by,
            Actors against,
            String condition,
            @Nullable String consequences,
            @Nullable Edtf deadline)
            implements WarningEvent {}

    /** Consequences are imposed, threatened or not; or a further package of them. */
    record ConsequencesImposed(
            @ActingParty @Nullable Actors by,
            String summary,
            @Nullable Actors against) implements WarningEvent {}

    /** The consequences are lifted: all of them, unless only a part is named. */
    record ConsequencesLifted(
            @ActingParty @Nullable Actors by,
            @Nullable String summary,
            @Nullable Boolean part) implements WarningEvent {}

    /** What was demanded was done. */
    record WarningMet(
            @ActingParty @Nullable Actors by, @Nullable String summary) implements WarningEvent {}

    /** The condition was met without consequences. */
    record WarningLapsed(@Nullable String reason) implements WarningEvent {}

    /** The warning is withdrawn. */
    record WarningWithdrawn(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements WarningEvent {}
}
