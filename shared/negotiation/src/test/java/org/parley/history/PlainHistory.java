package org.parley.history;

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
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialEvent;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;

/**
 * A reference implementation of a matter's history, sorted and folded for every query: slow, but a direct transcription
 * of the rules.
 */
final class PlainHistory {
    private final MatterAddress address;
    private final Map<UUID, PlainAccount> accounts = new LinkedHashMap<>();
    private final Map<UUID, UUID> firsts = new HashMap<>();

    PlainHistory(MatterAddress address) {
        this.address = address;
    }

    static PlainHistory of(MatterAddress address, List<Entry> entries) {
        PlainHistory history = new PlainHistory(address);
        entries.forEach(history::record);
        return history;
    }

    void record(Entry entry) {
        UUID id = entry.developmentId();
        if (entry.event() instanceof EditorialEvent editorial) {
            UUID first = firsts.get(editorial.target());
            accounts.get(first).add(entry);
            firsts.put(id, first);
        } else {
            accounts.put(id, new PlainAccount(entry));
            firsts.put(id, id);
        }
    }

    PlainAccount account(UUID entry) {
        return accounts.get(firsts.get(entry));
    }

    List<Occurrence> effective() {
        List<Occurrence> occurrences = new ArrayList<>();
        accounts.values().forEach(account -> account.occurrence().ifPresent(occurrences::add));
        return History.inWorldOrder(occurrences);
    }

    Optional<MatterState> state(Instant asOf) {
        MatterState state = null;
        for (Occurrence next : effective()) {
            if (!next.start().isAfter(asOf)) {
                state = Catalogue.type(address.kind())
                        .apply(address, state, next)
                        .orElse(state);
            }
        }
        return Optional.ofNullable(state);
    }

    /** The disregarded developments. */
    Set<UUID> disregarded() {
        return disregarded(effective());
    }

    private Set<UUID> disregarded(List<Occurrence> history) {
        Set<UUID> disregarded = new HashSet<>();
        MatterState state = null;
        for (Occurrence next : history) {
            Optional<MatterState> after = Catalogue.type(address.kind()).apply(address, state, next);
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
        Set<UUID> disregarded = disregarded(History.inWorldOrder(changed));
        disregarded.removeAll(disregarded(known));
        return disregarded.isEmpty();
    }
}
