package org.parley.domain.editorial;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The events about recorded developments. They change the standing or content of a development, never what was
 * recorded.
 */
public sealed interface EditorialEvent extends Event {
    /** The id of the development or editorial event that the event is about. */
    UUID target();

    /** Another development replaces the content of the target. */
    record DevelopmentCorrected(UUID target, Development replacement, String reason) implements EditorialEvent {
        @Override
        public Parties mentioned() {
            return replacement.mentioned();
        }

        @Override
        public Set<MatterReference> mentionedMatters() {
            return replacement.event().mentionedMatters();
        }
    }

    /** The target is no longer effective. */
    record DevelopmentRetracted(UUID target, String reason) implements EditorialEvent {}

    /** A source is added to the target. */
    record SourceAdded(UUID target, Source source) implements EditorialEvent {}

    /** The target gets another grade. */
    record DevelopmentGraded(UUID target, Grade grade) implements EditorialEvent {}

    /** A party or the newsroom disputes the target. */
    record DevelopmentDisputed(
            UUID target, @ActingParty @Nullable Actors by, String reason) implements EditorialEvent {}

    /**
     * A dispute about the target is resolved.
     *
     * @param dispute the dispute; null in events recorded before disputes had ids, for all that were open then
     */
    record DisputeResolved(
            UUID target,
            DisputeOutcome outcome,
            String reason,
            @Nullable UUID dispute) implements EditorialEvent {}

    /**
     * The target is under embargo until it is released: by the ledger with the end of {@code until}, or by an editor.
     */
    record DevelopmentHeld(
            UUID target, @Nullable Edtf until, @Nullable String reason) implements EditorialEvent {}

    /** The embargo on the target has ended. On the public trail: the target is to be used again. */
    record DevelopmentReleased(UUID target) implements EditorialEvent {}

    /**
     * The target, which became public earlier, is no longer to be used until it is released. Says nothing about truth.
     * Only the public trail has this event; no command becomes it.
     */
    record DevelopmentWithheld(UUID target) implements EditorialEvent {}
}
