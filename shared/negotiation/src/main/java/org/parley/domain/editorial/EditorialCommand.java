package org.parley.domain.editorial;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The commands about recorded developments of any kind. */
public sealed interface EditorialCommand extends Command {
    /**
     * The id of the development or editorial event that the command is about. If it is a correction's id, the event is
     * recorded for the corrected development; only a retraction, an embargo and its release apply to the correction
     * itself.
     */
    UUID target();

    record CorrectDevelopment(UUID target, Replacement replacement, String reason) implements EditorialCommand {}

    record RetractDevelopment(UUID target, String reason) implements EditorialCommand {}

    record AddSource(UUID target, Source source) implements EditorialCommand {}

    record GradeDevelopment(UUID target, Grade grade) implements EditorialCommand {}

    record DisputeDevelopment(
            UUID target, @ActingParty @Nullable Actors by, String reason) implements EditorialCommand {}

    /** The dispute may be null if only one is open. */
    record ResolveDispute(
            UUID target,
            DisputeOutcome outcome,
            String reason,
            @Nullable UUID dispute) implements EditorialCommand {}

    record HoldDevelopment(
            UUID target, @Nullable Edtf until, @Nullable String reason) implements EditorialCommand {}

    record ReleaseDevelopment(UUID target) implements EditorialCommand {}
}
