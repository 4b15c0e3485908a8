package org.parley.process;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Event;
import org.parley.party.Actors;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.party.PartyRole;

/** What happens to a negotiation itself. */
public sealed interface ProcessEvent extends Event {

    /** The newsroom starts to track the negotiation. */
    record NegotiationOpened(String title, @Nullable String summary) implements ProcessEvent {}

    /** A party is admitted, or the description of an admitted party changes. */
    record PartyAdmitted(
            PartyCode party,
            String name,
            PartyKind partyKind,
            @Nullable PartyRole role) implements ProcessEvent {}

    /** A party leaves the negotiation. */
    record PartyWithdrew(PartyCode party, @Nullable String reason) implements ProcessEvent {}

    /** The talks pause. */
    record TalksSuspended(@Nullable Actors by, @Nullable String reason) implements ProcessEvent {}

    /** The talks resume. */
    record TalksResumed(@Nullable Actors by, @Nullable String reason) implements ProcessEvent {}

    /** The talks end without a result. */
    record TalksBrokenOff(@Nullable Actors by, @Nullable String reason) implements ProcessEvent {}

    /** The negotiation is reopened after its end. */
    record NegotiationReopened(
            @Nullable Actors by, @Nullable String reason) implements ProcessEvent {}

    /** The negotiation ends with a result. */
    record NegotiationConcluded(@Nullable String summary) implements ProcessEvent {}
}
