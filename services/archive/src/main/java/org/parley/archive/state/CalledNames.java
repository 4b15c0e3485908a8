package org.parley.archive.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.party.PartyCode;
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.parley.state.Sentence;

/** How a matter and the parties of its negotiation are called. */
final class CalledNames implements Sentence.Context {
    private final History matter;
    private final Map<PartyCode, String> parties = new HashMap<>();

    /**
     * The names of a matter's sentences.
     *
     * @param negotiation the history of the negotiation itself, which admits parties
     */
    CalledNames(History matter, History negotiation) {
        this.matter = matter;
        for (Entry entry : negotiation.entries()) {
            if (entry.event() instanceof PartyAdmitted admitted) {
                parties.put(admitted.party(), admitted.name());
            }
        }
    }

    @Override
    public String partyName(PartyCode code) {
        return parties.getOrDefault(code, code.text());
    }

    @Override
    public String title(MatterAddress address) {
        return matter.address().equals(address) ? matter.title() : address.slug();
    }

    @Override
    public Optional<MatterState> stateAfter(MatterAddress address, UUID development) {
        return matter.address().equals(address) ? matter.stateAfter(development) : Optional.empty();
    }

    @Override
    public Optional<Entry> entry(MatterAddress address, UUID id) {
        return matter.address().equals(address) ? matter.entry(id) : Optional.empty();
    }
}
