package org.parley.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationDetail;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;

/**
 * A reference implementation of a matter's history, sorted and folded for every query: slow, but a direct transcription
 * of the rules.
 */
public final class ReferenceHistory {
    private final MatterAddress address;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<UUID, ReferenceThread> accounts = new LinkedHashMap<>();
    private final Map<UUID, UUID> firsts = new HashMap<>();

    ReferenceHistory(MatterAddress address) {
        this.address = address;
    }

    public static ReferenceHistory of(MatterAddress address, List<LedgerEntry> entries) {
        ReferenceHistory history = new ReferenceHistory(address);
        entries.forEach(history::record);
        return history;
    }

    void record(LedgerEntry entry) {
        UUID id = entry.developmentId();
        entries.add(entry);
        if (entry.event() instanceof EditorialEvent editorial) {
            UUID first = firsts.get(editorial.target());
            accounts.get(first).add(entry);
            firsts.put(id, first);
        } else {
            accounts.put(id, new ReferenceThread(entry));
            firsts.put(id, id);
        }
    }

    ReferenceThread account(UUID entry) {
        return accounts.get(firsts.get(entry));
    }

    List<Occurrence> effective() {
        List<Occurrence> occurrences = new ArrayList<>();
        accounts.values().forEach(account -> account.occurrence().ifPresent(occurrences::add));
        return RecordedHistory.inValidTimeOrder(occurrences);
    }

    Optional<MatterState> state(Instant asOf) {
        MatterState state = null;
        for (Occurrence next : effective()) {
            if (!next.start().isAfter(asOf)) {
                state = DomainCatalogue.type(address.kind())
                        .apply(address, state, next)
                        .orElse(state);
            }
        }
        return Optional.ofNullable(state).map(reached -> listed(reached));
    }

    /** A party that was admitted exists, whatever is said of that later. */
    public MatterState listed(MatterState state) {
        Map<PartyCode, Party> all = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            Event event = entry.event() instanceof DevelopmentCorrected correction
                    ? correction.replacement().event()
                    : entry.event();
            if (event instanceof PartyAdmitted admission) {
                PartyCode code = admission.party();
                all.put(code, new Party(code, code.text(), admission.partyKind()));
            }
        }
        for (Occurrence each : effective()) {
            if (each.event() instanceof PartyAdmitted admission) {
                all.remove(admission.party());
            }
        }
        return all.isEmpty()
                ? state
                : state.with(((NegotiationDetail) state.detail()).withParties(List.copyOf(all.values())));
    }

    /** The disregarded developments. */
    Set<UUID> disregarded() {
        return disregarded(effective());
    }

    private Set<UUID> disregarded(List<Occurrence> history) {
        Set<UUID> disregarded = new HashSet<>();
        MatterState state = null;
        for (Occurrence next : history) {
            Optional<MatterState> after = DomainCatalogue.type(address.kind()).apply(address, state, next);
            if (after.isEmpty()) {
                disregarded.add(next.developmentId());
            }
            state = after.orElse(state);
        }
        return disregarded;
    }

    /**
     * Whether the history is possible with one occurrence of a development in place of another: no further development
     * is disregarded.
     */
    boolean isPossible(Optional<Occurrence> without, Optional<Occurrence> with) {
        List<Occurrence> known = effective();
        List<Occurrence> changed = new ArrayList<>(known);
        without.ifPresent(left -> changed.removeIf(each -> each.developmentId().equals(left.developmentId())));
        with.ifPresent(changed::add);
        Set<UUID> disregarded = disregarded(RecordedHistory.inValidTimeOrder(changed));
        disregarded.removeAll(disregarded(known));
        return disregarded.isEmpty();
    }
}
