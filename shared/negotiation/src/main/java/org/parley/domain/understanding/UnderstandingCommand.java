package org.parley.domain.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The commands of an understanding. Each becomes the event with the same fields. */
public sealed interface UnderstandingCommand extends Command {

    record ClaimUnderstanding(
            @ActingParty Actors by,
            @ActingParty Actors between,
            @Nullable String terms) implements UnderstandingCommand {}

    record ConfirmUnderstanding(@ActingParty Actors by) implements UnderstandingCommand {}

    record ContestUnderstanding(
            @ActingParty Actors by, @Nullable String reason) implements UnderstandingCommand {}

    record AbandonUnderstanding(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements UnderstandingCommand {}
}
