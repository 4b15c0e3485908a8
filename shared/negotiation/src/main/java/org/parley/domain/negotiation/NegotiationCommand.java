package org.parley.domain.negotiation;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;
import org.parley.domain.time.Edtf;

/** The commands of a negotiation itself. Each becomes the event with the same fields. */
public sealed interface NegotiationCommand extends Command {

    record OpenNegotiation(String title, @Nullable String summary) implements NegotiationCommand {}

    record AdmitParty(
            PartyCode party,
            String name,
            PartyKind partyKind,
            @Nullable PartyRole role,
            @Nullable PartyCode partOf,
            @Nullable Actors succeeds)
            implements NegotiationCommand {
        public AdmitParty {
            if (party.equals(partOf)) {
                throw new InvalidCommandException(
                        "/partOf", party + " cannot be part of itself", party + " no puede formar parte de sí misma");
            }
            if (Parties.of(succeeds).codes().contains(party)) {
                throw new InvalidCommandException(
                        "/succeeds", party + " cannot succeed itself", party + " no puede sucederse a sí misma");
            }
        }

        /** The admission of a party without relations to others. */
        public AdmitParty(PartyCode party, String name, PartyKind partyKind, @Nullable PartyRole role) {
            this(party, name, partyKind, role, null, null);
        }
    }

    record RecordWithdrawal(PartyCode party, @Nullable String reason) implements NegotiationCommand {}

    record SuspendParty(
            PartyCode party,
            @ActingParty @Nullable Actors by,
            @Nullable Edtf until,
            @Nullable String reason) implements NegotiationCommand {}

    record ReadmitParty(PartyCode party, @Nullable String reason) implements NegotiationCommand {}

    record SuspendTalks(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationCommand {}

    record ResumeTalks(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationCommand {}

    record BreakOffTalks(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationCommand {}

    record ReopenNegotiation(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements NegotiationCommand {}

    record ConcludeNegotiation(@Nullable String summary) implements NegotiationCommand {}
}
