package org.parley.domain.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The events of a ceasefire. */
public sealed interface CeasefireEvent extends Event {

    /**
     * A truce is announced before it begins.
     *
     * @param from when it is to begin, possibly in the future
     * @param until when it is to end
     */
    record CeasefireAnnounced(
            @ActingParty Actors by,
            Edtf from,
            @Nullable Edtf until,
            @Nullable String scope,
            @Nullable String terms) implements CeasefireEvent {}

    /** A ceasefire is proposed to those who must accept it. */
    record CeasefireProposed(
            @ActingParty Actors by,
            @Nullable String terms,
            @ActingParty Actors consentOf,
            @Nullable String scope,
            @Nullable Edtf until,
            @ActingParty @Nullable Actors via)
            implements CeasefireEvent {}

    /** Its terms change, which resets all answers. */
    record CeasefireAmended(
            @ActingParty @Nullable Actors by,
            String terms,
            @ActingParty @Nullable Actors consentOf) implements CeasefireEvent {}

    /**
     * A party accepts; with the last necessary consent the ceasefire is agreed. Only events recorded before
     * {@link CeasefireAnswered} existed have conditions; they are read as such an answer.
     */
    record CeasefireAccepted(
            @ActingParty Actors by, @Nullable String conditions) implements CeasefireEvent {}

    /** A party accepts on conditions. That is not a consent and revokes an earlier one. */
    record CeasefireAnswered(@ActingParty Actors by, String conditions) implements CeasefireEvent {}

    /** A party rejects it. */
    record CeasefireRejected(
            @ActingParty Actors by, @Nullable String reason) implements CeasefireEvent {}

    /** The proposal is withdrawn. */
    record CeasefireProposalWithdrawn(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements CeasefireEvent {}

    /** The ceasefire takes effect. With a single party it is a unilateral truce. */
    record CeasefireTookEffect(
            @ActingParty @Nullable Actors by,
            @Nullable String terms,
            @Nullable String scope,
            @Nullable Edtf until) implements CeasefireEvent {}

    /** The ceasefire in force is prolonged until a later date. */
    record CeasefireExtended(
            Edtf until, @ActingParty @Nullable Actors by) implements CeasefireEvent {}

    /** A party accuses another of a violation. */
    record CeasefireViolationAlleged(
            @ActingParty Actors by,
            Actors against,
            @Nullable String summary) implements CeasefireEvent {}

    /** The ceasefire ends. */
    record CeasefireEnded(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements CeasefireEvent {}

    /** The ceasefire runs out; nobody ends it. */
    record CeasefireExpired(@Nullable String reason) implements CeasefireEvent {}
}
