package org.parley.archive.state.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;
import org.parley.domain.state.EntrySentence;

/** The names of a matter and of the parties of its negotiation, for sentences. */
final class MatterNames implements EntrySentence.Context {
    private final RecordedHistory matter;
    private final PartyRegister parties;

    /**
     * The names for the sentences of a matter.
     *
     * @param negotiation the history of the negotiation itself, which admits parties
     */
    MatterNames(RecordedHistory matter, RecordedHistory negotiation) {
        this.matter = matter;
        this.parties = PartyRegister.of(negotiation);
    }

    @Override
    public String partyName(PartyCode code, Instant world) {
        return parties.name(code, world);
    }

    @Override
    public String admittedName(PartyCode code, String recorded, Instant world) {
        return parties.admittedName(code, recorded, world);
    }

    @Override
    public boolean isRenamed(PartyCode code, String name, Instant world) {
        return parties.isRenamed(code, name, world);
    }

    @Override
    public String title(MatterAddress address, Instant world) {
        return matter.address().equals(address) ? matter.title(world) : address.slug();
    }

    @Override
    public Optional<MatterState> stateAfter(LedgerEntry entry) {
        return matter.stateAfter(entry);
    }

    @Override
    public Optional<LedgerEntry> entry(MatterAddress address, UUID id) {
        return matter.address().equals(address) ? matter.entry(id) : Optional.empty();
    }
}
