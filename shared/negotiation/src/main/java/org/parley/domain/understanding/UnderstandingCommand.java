package org.parley.domain.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.Actors;

/** The commands of an understanding. Each becomes the event with the same fields. */
public sealed interface UnderstandingCommand extends Command {

    record ClaimUnderstanding(
            Actors by, Actors between, @Nullable String terms) implements UnderstandingCommand {}

    record ConfirmUnderstanding(Actors by) implements UnderstandingCommand {}

    record ContestUnderstanding(Actors by, @Nullable String reason) implements UnderstandingCommand {}

    record AbandonUnderstanding(
            @Nullable Actors by, @Nullable String reason) implements UnderstandingCommand {}
}
