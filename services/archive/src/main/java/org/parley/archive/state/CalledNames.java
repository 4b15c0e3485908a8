package org.parley.archive.state;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.history.PartyRegister;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.party.PartyCode;
import org.parley.state.Sentence;

/** The names of a matter and of the parties of its negotiation, for sentences. */
final class CalledNames implements Sentence.Context {
    private final History matter;
    private final PartyRegister parties;

    /**
     * The names for the sentences of a matter.
     *
     * @param negotiation the history of the negotiation itself, which admits parties
     */
    CalledNames(History matter, History negotiation) {
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
    public Optional<MatterState> stateAfter(Entry entry) {
        return matter.stateAfter(entry);
    }

    @Override
    public Optional<Entry> entry(MatterAddress address, UUID id) {
        return matter.address().equals(address) ? matter.entry(id) : Optional.empty();
    }
}
