package org.parley.domain.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterAddress;

/**
 * The difference between two states of a negotiation, matter by matter.
 *
 * @param changes the matters that differ, by kind and slug
 */
public record NegotiationDiff(List<MatterChange> changes) {
    private static final Comparator<MatterAddress> BY_KIND_AND_SLUG =
            Comparator.comparing(MatterAddress::kind).thenComparing(MatterAddress::slug);

    public NegotiationDiff {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two states.
     *
     * @param before all matters of the one state, including the negotiation itself once it is opened
     * @param after all matters of the other state
     * @param causes finds the causes for a matter; called only for matters that differ
     */
    public static NegotiationDiff between(
            Collection<MatterStateAsOf> before,
            Collection<MatterStateAsOf> after,
            Function<MatterAddress, List<UUID>> causes) {
        return betweenWithCauses(before, after, matters -> {
            Map<MatterAddress, List<UUID>> found = new HashMap<>();
            matters.forEach(matter -> found.put(matter, causes.apply(matter)));
            return found;
        });
    }

    /**
     * Compares two states as {@link #between} does.
     *
     * @param causes finds the causes by matter; called at most once, with all matters that differ
     */
    public static NegotiationDiff betweenWithCauses(
            Collection<MatterStateAsOf> before,
            Collection<MatterStateAsOf> after,
            Function<List<MatterAddress>, Map<MatterAddress, List<UUID>>> causes) {
        Map<MatterAddress, MatterStateAsOf> then = byAddress(before);
        Map<MatterAddress, MatterStateAsOf> now = byAddress(after);
        Set<MatterAddress> all = new TreeSet<>(BY_KIND_AND_SLUG);
        all.addAll(then.keySet());
        all.addAll(now.keySet());
        List<MatterAddress> different = all.stream()
                .filter(matter -> !Objects.equals(then.get(matter), now.get(matter)))
                .toList();
        Map<MatterAddress, List<UUID>> found = different.isEmpty() ? Map.of() : causes.apply(different);
        List<MatterChange> changes = new ArrayList<>();
        for (MatterAddress matter : different) {
            @Nullable MatterStateAsOf one = then.get(matter);
            @Nullable MatterStateAsOf other = now.get(matter);
            changes.add(new MatterChange(matter, one, other, found.getOrDefault(matter, List.of())));
        }
        return new NegotiationDiff(changes);
    }

    /** Applies the difference to the matters of the state before; the result is by kind and slug. */
    public List<MatterStateAsOf> applyTo(Collection<MatterStateAsOf> before) {
        Map<MatterAddress, MatterStateAsOf> matters = new TreeMap<>(BY_KIND_AND_SLUG);
        matters.putAll(byAddress(before));
        for (MatterChange change : changes) {
            if (change.after() == null) {
                matters.remove(change.matter());
            } else {
                matters.put(change.matter(), change.after());
            }
        }
        return List.copyOf(matters.values());
    }

    private static Map<MatterAddress, MatterStateAsOf> byAddress(Collection<MatterStateAsOf> matters) {
        Map<MatterAddress, MatterStateAsOf> byAddress = new HashMap<>();
        matters.forEach(matter -> byAddress.put(matter.state().address(), matter));
        return byAddress;
    }
}
