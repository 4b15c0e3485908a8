package org.parley.editorial;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.evidence.Grade;
import org.parley.evidence.Source;
import org.parley.matter.Development;
import org.parley.matter.Event;
import org.parley.party.Actors;
import org.parley.party.Parties;
import org.parley.time.Edtf;

/** What was said of a development already recorded: it changes what is believed, never what was recorded. */
public sealed interface EditorialEvent extends Event {
    /** The id of the development, or of the editorial event, that this speaks of. */
    UUID target();

    /** A whole development stands in the place of another. */
    record DevelopmentCorrected(UUID target, Development replacement, String reason) implements EditorialEvent {
        @Override
        public Parties mentioned() {
            return replacement.mentioned();
        }
    }

    /** The target counts no longer. */
    record DevelopmentRetracted(UUID target, String reason) implements EditorialEvent {}

    /** One more source for the target. */
    record SourceAdded(UUID target, Source source) implements EditorialEvent {}

    /** The target is believed more or less than before. */
    record DevelopmentGraded(UUID target, Grade grade) implements EditorialEvent {}

    /** Somebody contradicts the target. */
    record DevelopmentDisputed(UUID target, @Nullable Actors by, String reason) implements EditorialEvent {}

    /**
     * A dispute about the target is decided.
     *
     * @param dispute which one; null in what was recorded before disputes were told apart: all that were open then
     */
    record DisputeResolved(
            UUID target,
            DisputeOutcome outcome,
            String reason,
            @Nullable UUID dispute) implements EditorialEvent {}

    /** The target is under embargo until it is released; at the end of {@code until}, where there is one, by the ledger. */
    record DevelopmentHeld(
            UUID target, @Nullable Edtf until, @Nullable String reason) implements EditorialEvent {}

    /** The embargo on the target has ended. */
    record DevelopmentReleased(UUID target) implements EditorialEvent {}
}
