package org.parley.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialEvent;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;

/** A matter's history, put in order and folded from scratch at every question: slow, and plainly what the rules say. */
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
                        .orElseThrow();
            }
        }
        return Optional.ofNullable(state);
    }

    /** Whether the history would be possible with one development's occurrence in the place of another of it. */
    boolean isPossible(Optional<Occurrence> without, Optional<Occurrence> with) {
        List<Occurrence> changed = new ArrayList<>(effective());
        without.ifPresent(left -> changed.removeIf(each -> each.developmentId().equals(left.developmentId())));
        with.ifPresent(changed::add);
        Optional<MatterState> state = Optional.empty();
        for (Occurrence next : History.inWorldOrder(changed)) {
            state = Catalogue.type(address.kind()).apply(address, state.orElse(null), next);
            if (state.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
