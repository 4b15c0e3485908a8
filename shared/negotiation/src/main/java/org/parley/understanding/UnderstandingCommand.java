package org.parley.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Command;
import org.parley.party.Actors;

/** What editors log of an understanding; each command becomes the event of the same fields. */
public sealed interface UnderstandingCommand extends Command {

    record ClaimUnderstanding(
            Actors by, Actors between, @Nullable String terms) implements UnderstandingCommand {}

    record ConfirmUnderstanding(Actors by) implements UnderstandingCommand {}

    record ContestUnderstanding(Actors by, @Nullable String reason) implements UnderstandingCommand {}

    record AbandonUnderstanding(
            @Nullable Actors by, @Nullable String reason) implements UnderstandingCommand {}
}
