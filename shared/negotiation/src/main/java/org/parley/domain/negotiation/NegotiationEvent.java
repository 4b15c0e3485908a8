package org.parley.domain.negotiation;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;

/** The events of a negotiation itself. */
public sealed interface NegotiationEvent extends Event {

    /** The newsroom starts to track the negotiation. */
    record NegotiationOpened(String title, @Nullable String summary) implements NegotiationEvent {}

    /** A party is admitted, or the description of an admitted party changes. */
    record PartyAdmitted(
            PartyCode party,
            String name,
            PartyKind partyKind,
            @Nullable PartyRole role,
            @Nullable PartyCode partOf)
            implements NegotiationEvent {}

    /** A party leaves the negotiation. */
    record PartyWithdrew(PartyCode party, @Nullable String reason) implements NegotiationEvent {}

    /** The talks pause. */
    record TalksSuspended(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationEvent {}

    /** The talks resume. */
    record TalksResumed(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationEvent {}

    /** The talks end without a result. */
    record TalksBrokenOff(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationEvent {}

    /** The negotiation is reopened after its end. */
    record NegotiationReopened(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationEvent {}

    /** The negotiation ends with a result. */
    record NegotiationConcluded(@Nullable String summary) implements NegotiationEvent {}
}
