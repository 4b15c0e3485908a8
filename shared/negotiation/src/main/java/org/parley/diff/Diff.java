package org.parley.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.matter.MatterAddress;

/**
 * The difference between two states of a negotiation, matter by matter.
 *
 * @param changes the matters that differ, by kind and slug
 */
public record Diff(List<Change> changes) {
    private static final Comparator<MatterAddress> BY_KIND_AND_SLUG =
            Comparator.comparing(MatterAddress::kind).thenComparing(MatterAddress::slug);

    public Diff {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two states.
     *
     * @param before all matters of the one state, including the negotiation itself once it is opened
     * @param after all matters of the other state
     * @param causes finds the causes for a matter; called only for matters that differ
     */
    public static Diff between(
            Collection<SeenMatter> before, Collection<SeenMatter> after, Function<MatterAddress, List<UUID>> causes) {
        Map<MatterAddress, SeenMatter> then = byAddress(before);
        Map<MatterAddress, SeenMatter> now = byAddress(after);
        Set<MatterAddress> all = new TreeSet<>(BY_KIND_AND_SLUG);
        all.addAll(then.keySet());
        all.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (MatterAddress matter : all) {
            @Nullable SeenMatter one = then.get(matter);
            @Nullable SeenMatter other = now.get(matter);
            if (one == null || !one.equals(other)) {
                changes.add(new Change(matter, one, other, causes.apply(matter)));
            }
        }
        return new Diff(changes);
    }

    /** Applies the difference to the matters of the state before; the result is by kind and slug. */
    public List<SeenMatter> appliedTo(Collection<SeenMatter> before) {
        Map<MatterAddress, SeenMatter> matters = new TreeMap<>(BY_KIND_AND_SLUG);
        matters.putAll(byAddress(before));
        for (Change change : changes) {
            if (change.after() == null) {
                matters.remove(change.matter());
            } else {
                matters.put(change.matter(), change.after());
            }
        }
        return List.copyOf(matters.values());
    }

    private static Map<MatterAddress, SeenMatter> byAddress(Collection<SeenMatter> matters) {
        Map<MatterAddress, SeenMatter> byAddress = new HashMap<>();
        matters.forEach(matter -> byAddress.put(matter.state().address(), matter));
        return byAddress;
    }
}
