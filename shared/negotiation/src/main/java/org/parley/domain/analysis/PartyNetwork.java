package org.parley.domain.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.PartyCode;

/**
 * Which parties effective developments name together, and how often. Admissions link nobody: they are the newsroom's
 * own acts.
 *
 * <p>Not thread-safe.
 */
public final class PartyNetwork {
    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::one).thenComparing(Pair::other);

    private final Map<Pair, Tally> links = new TreeMap<>(ORDER);
    private final Map<PartyCode, Integer> developments = new TreeMap<>();

    private record Pair(PartyCode one, PartyCode other) {}

    private static final class Tally {
        private final Map<MatterKind, Integer> kinds = new TreeMap<>();
        private final Set<MatterAddress> matters = new HashSet<>();
    }

    /**
     * A link between two parties, without direction.
     *
     * @param one the party whose code comes first in the alphabet
     * @param weight the number of developments that name both
     * @param matters the number of matters that these belong to
     * @param kinds the number of these developments by kind of matter
     */
    public record Link(PartyCode one, PartyCode other, int weight, int matters, Map<MatterKind, Integer> kinds) {}

    /** Counts an effective development. */
    public void add(MatterAddress matter, Event event) {
        if (event instanceof PartyAdmitted) {
            return;
        }
        List<PartyCode> named = event.mentioned().codes().stream().sorted().toList();
        for (int i = 0; i < named.size(); i++) {
            developments.merge(named.get(i), 1, Integer::sum);
            for (int j = i + 1; j < named.size(); j++) {
                Tally tally = links.computeIfAbsent(new Pair(named.get(i), named.get(j)), pair -> new Tally());
                tally.kinds.merge(matter.kind(), 1, Integer::sum);
                tally.matters.add(matter);
            }
        }
    }

    /** The number of developments that name a party. */
    public int developments(PartyCode party) {
        return developments.getOrDefault(party, 0);
    }

    /** The parties that a development names, in the order of their codes. */
    public Collection<PartyCode> named() {
        return List.copyOf(developments.keySet());
    }

    /** The links, in the order of the codes of their parties. */
    public List<Link> links() {
        return links.entrySet().stream()
                .map(each -> new Link(
                        each.getKey().one(),
                        each.getKey().other(),
                        each.getValue().kinds.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        each.getValue().matters.size(),
                        Collections.unmodifiableMap(each.getValue().kinds)))
                .toList();
    }
}
