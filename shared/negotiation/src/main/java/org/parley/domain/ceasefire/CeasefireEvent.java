package org.parley.domain.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The events of a ceasefire. */
public sealed interface CeasefireEvent extends Event {

    /** A ceasefire is proposed to those who must accept it. */
    record CeasefireProposed(
            Actors by,
            @Nullable String terms,
            Actors consentOf,
            @Nullable String scope,
            @Nullable Edtf until) implements CeasefireEvent {}

    /** Its terms change, which resets all answers. */
    record CeasefireAmended(
            @Nullable Actors by, String terms, @Nullable Actors consentOf) implements CeasefireEvent {}

    /**
     * A party accepts; with the last necessary consent the ceasefire is agreed. Only events recorded before
     * {@link CeasefireAnswered} existed have conditions; they are read as such an answer.
     */
    record CeasefireAccepted(Actors by, @Nullable String conditions) implements CeasefireEvent {}

    /** A party accepts on conditions. That is not a consent and revokes an earlier one. */
    record CeasefireAnswered(Actors by, String conditions) implements CeasefireEvent {}

    /** A party rejects it. */
    record CeasefireRejected(Actors by, @Nullable String reason) implements CeasefireEvent {}

    /** The proposal is withdrawn. */
    record CeasefireProposalWithdrawn(
            @Nullable Actors by, @Nullable String reason) implements CeasefireEvent {}

    /** The ceasefire takes effect. With a single party it is a unilateral truce. */
    record CeasefireTookEffect(
            @Nullable Actors by,
            @Nullable String terms,
            @Nullable String scope,
            @Nullable Edtf until) implements CeasefireEvent {}

    /** A party accuses another of a violation. */
    record CeasefireViolationAlleged(
            Actors by, Actors against, @Nullable String summary) implements CeasefireEvent {}

    /** The ceasefire ends. */
    record CeasefireEnded(@Nullable Actors by, @Nullable String reason) implements CeasefireEvent {}
}
