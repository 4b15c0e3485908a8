package org.parley.process;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Command;
import org.parley.party.Actors;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.party.PartyRole;

/** What editors log of a negotiation itself; each command becomes the event of the same fields. */
public sealed interface ProcessCommand extends Command {

    record OpenNegotiation(String title, @Nullable String summary) implements ProcessCommand {}

    record AdmitParty(
            PartyCode party,
            String name,
            PartyKind partyKind,
            @Nullable PartyRole role) implements ProcessCommand {}

    record RecordWithdrawal(PartyCode party, @Nullable String reason) implements ProcessCommand {}

    record SuspendTalks(@Nullable Actors by, @Nullable String reason) implements ProcessCommand {}

    record ResumeTalks(@Nullable Actors by, @Nullable String reason) implements ProcessCommand {}

    record BreakOffTalks(@Nullable Actors by, @Nullable String reason) implements ProcessCommand {}

    record ReopenNegotiation(@Nullable Actors by, @Nullable String reason) implements ProcessCommand {}

    record ConcludeNegotiation(@Nullable String summary) implements ProcessCommand {}
}
