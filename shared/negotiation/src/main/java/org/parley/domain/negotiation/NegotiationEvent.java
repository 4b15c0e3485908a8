package org.parley.domain.negotiation;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;
import org.parley.domain.party.PartyStanding;
import org.parley.domain.time.Edtf;

/** The events of a negotiation itself. */
public sealed interface NegotiationEvent extends Event {

    /** The newsroom starts to track the negotiation. */
    record NegotiationOpened(String title, @Nullable String summary) implements NegotiationEvent {}

    /**
     * A party is admitted, or the description of an admitted party changes from that day. It ends no withdrawal.
     *
     * @param partOf the party that it belongs to
     * @param succeeds the parties that it continues or split from
     */
    record PartyAdmitted(
            PartyCode party,
            String name,
            PartyKind partyKind,
            @Nullable PartyRole role,
            @Nullable PartyCode partOf,
            @Nullable Actors succeeds)
            implements NegotiationEvent {

        /** The party as this admission describes it, present. */
        public Party described() {
            return new Party(party, name, partyKind, role, partOf, Parties.of(succeeds), PartyStanding.PRESENT);
        }
    }

    /** A party leaves the negotiation. */
    record PartyWithdrew(PartyCode party, @Nullable String reason) implements NegotiationEvent {}

    /**
     * A party is suspended from the negotiation.
     *
     * @param until when the suspension is to end; only a readmission ends it
     */
    record PartySuspended(
            PartyCode party,
            @ActingParty @Nullable Actors by,
            @Nullable Edtf until,
            @Nullable String reason) implements NegotiationEvent {}

    /** A party that withdrew or is suspended takes part again. */
    record PartyReadmitted(PartyCode party, @Nullable String reason) implements NegotiationEvent {}

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
