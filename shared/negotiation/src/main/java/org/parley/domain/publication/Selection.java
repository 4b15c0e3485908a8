package org.parley.domain.publication;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.PartyCode;

/**
 * Selects what comes out together: begins with everything that may, and takes away what lacks something it needs and
 * what is not possible, until nothing is taken away.
 */
final class Selection {
    private final String negotiation;
    private final Map<MatterAddress, MatterPublication> matters;
    private final ToldNames told;
    private final Instant at;
    private final Map<MatterPublication, Map<UUID, Candidate>> selected = new LinkedHashMap<>();

    private Selection(String negotiation, Map<MatterAddress, MatterPublication> matters, ToldNames told, Instant at) {
        this.negotiation = negotiation;
        this.matters = matters;
        this.told = told;
        this.at = at;
    }

    /**
     * What comes out of these matters, and of the matters that this needs.
     *
     * @param matters all matters of the negotiation
     * @param at when it becomes public
     * @return the candidates by matter, with the retracted openings and admissions that are told because of them
     */
    static Map<MatterPublication, Collection<Candidate>> of(
            String negotiation,
            Map<MatterAddress, MatterPublication> matters,
            Collection<MatterPublication> of,
            ToldNames told,
            Instant at) {
        Selection selection = new Selection(negotiation, matters, told, at);
        selection.begin(of);
        selection.takeAway();
        return selection.result();
    }

    /** Begins with all candidates of some matters and, again and again, of those that they need. */
    private void begin(Collection<MatterPublication> of) {
        Deque<MatterPublication> queue = new ArrayDeque<>(of);
        while (!queue.isEmpty()) {
            MatterPublication matter = queue.remove();
            if (selected.containsKey(matter)) {
                continue;
            }
            Map<UUID, Candidate> candidates = matter.candidates();
            selected.put(matter, candidates);
            for (Candidate candidate : candidates.values()) {
                hiddenMatters(candidate.entry()).forEach(queue::add);
                if (!told.isOpened()
                        || candidate.entry().event().mentioned().stream().anyMatch(party -> !told.has(party))) {
                    own().ifPresent(queue::add);
                }
            }
        }
    }

    /** The negotiation itself as a matter; empty if nothing of it is recorded. */
    private Optional<MatterPublication> own() {
        return Optional.ofNullable(matters.get(MatterAddress.ofNegotiation(negotiation)));
    }

    /** The matters that an entry names, that are not public, and of which something is under embargo or waits. */
    private List<MatterPublication> hiddenMatters(LedgerEntry entry) {
        List<MatterPublication> hidden = new ArrayList<>();
        for (MatterReference reference : entry.event().mentionedMatters()) {
            MatterPublication named = matters.get(new MatterAddress(negotiation, reference.kind(), reference.slug()));
            if (named != null && !named.isPublic() && named.isHidden()) {
                hidden.add(named);
            }
        }
        return hidden;
    }

    private void takeAway() {
        Map<MatterPublication, Integer> checked = new HashMap<>();
        boolean tookAway;
        do {
            takeAwayWhatLacks();
            tookAway = false;
            for (Map.Entry<MatterPublication, Map<UUID, Candidate>> each : selected.entrySet()) {
                MatterPublication matter = each.getKey();
                Map<UUID, Candidate> candidates = each.getValue();
                boolean isChecked = candidates.isEmpty()
                        || Integer.valueOf(candidates.size()).equals(checked.get(matter));
                if (!isChecked && !matter.isPossibleWith(candidates.values(), at)) {
                    tookAway |= candidates.keySet().retainAll(matter.fitting(candidates, at));
                }
                checked.put(matter, candidates.size());
            }
        } while (tookAway);
    }

    private void takeAwayWhatLacks() {
        boolean tookAway;
        do {
            tookAway = false;
            for (Map.Entry<MatterPublication, Map<UUID, Candidate>> each : selected.entrySet()) {
                tookAway |= each.getValue().values().removeIf(candidate -> lacksSomething(each.getKey(), candidate));
            }
        } while (tookAway);
    }

    private boolean lacksSomething(MatterPublication matter, Candidate candidate) {
        if (candidate.isShownAgain()) {
            return false;
        }
        return matter.needsOf(candidate).stream().anyMatch(needed -> !isThere(matter, needed))
                || hiddenMatters(candidate.entry()).stream()
                        .anyMatch(named -> named != matter
                                && selected.getOrDefault(named, Map.of()).isEmpty())
                || !names(candidate.entry()).stream().allMatch(name -> isThere(name, new HashSet<>()));
    }

    private boolean isThere(MatterPublication matter, UUID needed) {
        return (matter.isTold(needed) && !matter.isWithheld(needed))
                || selected.getOrDefault(matter, Map.of()).containsKey(needed);
    }

    /**
     * Something that must exist for the public: the negotiation, or a party.
     *
     * @param party null for the negotiation
     */
    private record Name(@Nullable PartyCode party) {
        boolean isSaidBy(LedgerEntry entry) {
            return party == null ? Candidate.isOpening(entry) : Candidate.isAdmissionOf(entry, party);
        }
    }

    /** What must exist for an entry to be told. */
    private List<Name> names(LedgerEntry entry) {
        List<Name> names = new ArrayList<>();
        names.add(new Name(null));
        entry.event().mentioned().stream().map(Name::new).forEach(names::add);
        names.removeIf(name -> isTold(name) || name.isSaidBy(entry));
        return names;
    }

    private boolean isTold(Name name) {
        return name.party() == null ? told.isOpened() : told.has(name.party());
    }

    private boolean isThere(Name name, Set<Name> supposed) {
        return isTold(name)
                || !supposed.add(name)
                || isSelected(name)
                || retracted(name).stream()
                                .flatMap(entry -> names(entry).stream())
                                .allMatch(other -> isThere(other, supposed))
                        && !retracted(name).isEmpty();
    }

    private boolean isSelected(Name name) {
        return own().map(own -> selected.getOrDefault(own, Map.of())).orElse(Map.of()).values().stream()
                .anyMatch(candidate -> !candidate.isShownAgain() && name.isSaidBy(candidate.entry()));
    }

    /** The retracted entries that say something exists; empty if they cannot be told. */
    private List<LedgerEntry> retracted(Name name) {
        MatterPublication own = own().orElse(null);
        if (own == null) {
            return List.of();
        }
        List<LedgerEntry> all = own.retracted(name::isSaidBy);
        Map<UUID, Candidate> there = selected.getOrDefault(own, Map.of());
        Predicate<LedgerEntry> comes = entry -> own.isDead(entry) || there.containsKey(entry.developmentId());
        return all.stream().allMatch(comes) ? all : List.of();
    }

    private Map<MatterPublication, Collection<Candidate>> result() {
        Map<MatterPublication, Collection<Candidate>> result = new LinkedHashMap<>();
        Deque<LedgerEntry> naming = new ArrayDeque<>();
        selected.forEach((matter, candidates) -> {
            if (!candidates.isEmpty()) {
                result.put(matter, new ArrayList<>(candidates.values()));
                candidates.values().stream()
                        .filter(candidate -> !candidate.isShownAgain())
                        .forEach(candidate -> naming.add(candidate.entry()));
            }
        });
        Map<UUID, Candidate> retracted = new LinkedHashMap<>();
        Set<Name> said = new HashSet<>();
        while (!naming.isEmpty()) {
            for (Name name : names(naming.remove())) {
                if (said.add(name) && !isSelected(name)) {
                    for (LedgerEntry entry : retracted(name)) {
                        retracted.putIfAbsent(entry.developmentId(), new Candidate(entry, false));
                        naming.add(entry);
                    }
                }
            }
        }
        own().map(own -> selected.getOrDefault(own, Map.of()).keySet()).ifPresent(retracted.keySet()::removeAll);
        if (!retracted.isEmpty()) {
            own().ifPresent(own ->
                    result.computeIfAbsent(own, matter -> new ArrayList<>()).addAll(retracted.values()));
        }
        return result;
    }
}
