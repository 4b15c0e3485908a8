package org.parley.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Event;
import org.parley.party.Actors;
import org.parley.time.Edtf;

/** The events of a ceasefire. */
public sealed interface CeasefireEvent extends Event {

    /** A ceasefire is proposed to those who must accept it. */
    record CeasefireProposed(
            Actors by,
            @Nullable String terms,
            Actors consentOf,
            @Nullable String scope,
            @Nullable Edtf until) implements CeasefireEvent {}

    /** Its terms change; the consents start again. */
    record CeasefireAmended(
            @Nullable Actors by, String terms, @Nullable Actors consentOf) implements CeasefireEvent {}

    /**
     * A party accepts; the last consent needed makes it agreed. Conditions have only those that were recorded before {@link
     * CeasefireAnswered} was: these read as one.
     */
    record CeasefireAccepted(Actors by, @Nullable String conditions) implements CeasefireEvent {}

    /** A party says yes on conditions: that is no consent, and takes back one that was given. */
    record CeasefireAnswered(Actors by, String conditions) implements CeasefireEvent {}

    /** A party says no. */
    record CeasefireRejected(Actors by, @Nullable String reason) implements CeasefireEvent {}

    /** The proposal is taken back. */
    record CeasefireProposalWithdrawn(
            @Nullable Actors by, @Nullable String reason) implements CeasefireEvent {}

    /** The ceasefire takes effect; with one party alone it is a unilateral truce. */
    record CeasefireTookEffect(
            @Nullable Actors by,
            @Nullable String terms,
            @Nullable String scope,
            @Nullable Edtf until) implements CeasefireEvent {}

    /** A party accuses another of breaking it. */
    record CeasefireViolationAlleged(
            Actors by, Actors against, @Nullable String summary) implements CeasefireEvent {}

    /** The ceasefire is over. */
    record CeasefireEnded(@Nullable Actors by, @Nullable String reason) implements CeasefireEvent {}
}
