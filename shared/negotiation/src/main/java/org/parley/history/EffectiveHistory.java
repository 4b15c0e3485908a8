package org.parley.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;
import org.parley.process.ProcessEvent.NegotiationOpened;

/**
 * What holds of a matter in valid-time order, and the state that it folds into. It is folded when it is asked for: what
 * comes last goes on from the state as it is, and a change further back from the last state kept before it. Of the
 * states on the way it keeps one in {@value #KEPT_EVERY}.
 */
final class EffectiveHistory {
    /** So many developments lie between two states that are kept. */
    static final int KEPT_EVERY = 64;

    private final MatterType<?, ?, ?> type;
    private final MatterAddress address;
    private final List<Occurrence> occurrences = new ArrayList<>();

    /** The states after every {@value #KEPT_EVERY}th of those that are folded. */
    private final List<@Nullable MatterState> kept = new ArrayList<>();

    /** By their indices, those of them that are disregarded: accepted under earlier rules, and not possible by these. */
    private final NavigableMap<Integer, UUID> disregarded = new TreeMap<>();

    private int folded;
    private @Nullable MatterState state;
    private int disputed;
    private int held;

    /** What has no date stands here: with the opening of a negotiation, else before everything. */
    private Instant beginning = Instant.MIN;

    private long steps;

    EffectiveHistory(MatterType<?, ?, ?> type, MatterAddress address) {
        this.type = type;
        this.address = address;
    }

    List<Occurrence> occurrences() {
        return Collections.unmodifiableList(occurrences);
    }

    /** Where what has no date stands. */
    Instant beginning() {
        return beginning;
    }

    /** An occurrence where it stands, or would stand. */
    Occurrence placed(Occurrence occurrence) {
        return occurrence.inMatterBegun(beginning);
    }

    /** The index of an occurrence, or where it would be. */
    int indexOf(Occurrence placed) {
        int found = Collections.binarySearch(occurrences, placed, Occurrence.WORLD_ORDER);
        return found < 0 ? -found - 1 : found;
    }

    /** How many have begun by an instant, inclusive. */
    int begunBy(Instant asOf) {
        int from = 0;
        int to = occurrences.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (occurrences.get(middle).start().isAfter(asOf)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /**
     * Puts one development's occurrence in the place of another of it.
     *
     * @param before null when it did not hold
     * @param after null when it does not hold
     * @return whether a state may be another since
     */
    boolean change(@Nullable Occurrence before, @Nullable Occurrence after) {
        if (before != null && after != null && isToldAlike(before, after)) {
            occurrences.set(indexOf(placed(before)), placed(after));
            count(before, -1);
            count(after, 1);
            return before.disputed() != after.disputed() || before.held() != after.held();
        }
        if (before != null) {
            remove(placed(before));
        }
        if (after != null) {
            add(placed(after));
        }
        return before != null || after != null;
    }

    /** Whether the same is folded either way: a state tells neither sources nor notes, and these marks are counted apart. */
    private static boolean isToldAlike(Occurrence one, Occurrence other) {
        Development before = one.development();
        Development after = other.development();
        return before.event().equals(after.event())
                && Objects.equals(before.occurred(), after.occurred())
                && Objects.equals(before.title(), after.title())
                && before.voices().equals(after.voices())
                && one.certainFrom().equals(other.certainFrom());
    }

    private void add(Occurrence placed) {
        int index = indexOf(placed);
        boolean grows = index == occurrences.size() && folded == index;
        occurrences.add(index, placed);
        count(placed, 1);
        foldedUpTo(index);
        if (placed.event() instanceof NegotiationOpened) {
            begin();
        }
        if (grows && folded == index) {
            step();
        }
    }

    private void remove(Occurrence placed) {
        int index = indexOf(placed);
        Occurrence removed = occurrences.remove(index);
        count(removed, -1);
        foldedUpTo(index);
        if (removed.event() instanceof NegotiationOpened) {
            begin();
        }
    }

    private void count(Occurrence occurrence, int more) {
        disputed += occurrence.disputed() ? more : 0;
        held += occurrence.held() ? more : 0;
    }

    /** The opening is another: what has no date stands with it. */
    private void begin() {
        Instant begun = occurrences.stream()
                .filter(occurrence -> occurrence.event() instanceof NegotiationOpened)
                .map(Occurrence::start)
                .findFirst()
                .orElse(Instant.MIN);
        if (!begun.equals(beginning)) {
            beginning = begun;
            occurrences.replaceAll(this::placed);
            occurrences.sort(Occurrence.WORLD_ORDER);
            foldedUpTo(0);
        }
    }

    /** What is folded further than this is not of use any more. */
    private void foldedUpTo(int index) {
        if (index < folded) {
            kept.subList(index / KEPT_EVERY, kept.size()).clear();
            folded = kept.size() * KEPT_EVERY;
            state = kept.isEmpty() ? null : kept.getLast();
            disregarded.tailMap(folded).clear();
        }
    }

    private void fold(int upTo) {
        while (folded < upTo) {
            step();
        }
    }

    private void step() {
        Occurrence next = occurrences.get(folded);
        FoldStep step = step(state, next);
        state = step.state();
        if (step.disregarded()) {
            disregarded.put(folded, next.developmentId());
        }
        folded++;
        if (folded % KEPT_EVERY == 0) {
            kept.add(state);
        }
    }

    /** The state after a further development. */
    FoldStep step(@Nullable MatterState before, Occurrence next) {
        steps++;
        return FoldStep.of(type, address, before, next);
    }

    /** Whether an occurrence that holds changes nothing: it is not possible where it stands. */
    boolean isDisregarded(Occurrence occurrence) {
        fold(occurrences.size());
        return disregarded.containsValue(occurrence.developmentId());
    }

    /** The state after everything; null when nothing holds. */
    @Nullable MatterState state() {
        fold(occurrences.size());
        return state == null
                ? null
                : state.marked(disputed > disregarded(Occurrence::disputed), held > disregarded(Occurrence::held));
    }

    /** How many of those that are disregarded are so: what is disregarded marks no state. */
    private long disregarded(Predicate<Occurrence> so) {
        return disregarded.keySet().stream().map(occurrences::get).filter(so).count();
    }

    /** The state after the first ones; null after none. */
    @Nullable MatterState stateAfter(int count) {
        if (count == occurrences.size()) {
            return state();
        }
        MatterState after = unmarkedAfter(count);
        if (after == null) {
            return null;
        }
        return after.marked(
                disputed > 0 && anyOfFirst(count, Occurrence::disputed),
                held > 0 && anyOfFirst(count, Occurrence::held));
    }

    private boolean anyOfFirst(int count, Predicate<Occurrence> so) {
        return IntStream.range(0, count).anyMatch(i -> so.test(occurrences.get(i)) && !disregarded.containsKey(i));
    }

    /** The same without telling rightly whether anything is disputed or held. */
    private @Nullable MatterState unmarkedAfter(int count) {
        fold(count);
        if (count == folded) {
            return state;
        }
        int from = count / KEPT_EVERY;
        MatterState after = from == 0 ? null : kept.get(from - 1);
        for (Occurrence next : occurrences.subList(from * KEPT_EVERY, count)) {
            after = step(after, next).state();
        }
        return after;
    }

    /**
     * Whether all of it would be possible with one development's occurrence in the place of another of it.
     *
     * @param without the one that holds; null when it does not hold
     * @param with the one that would hold; null when it would not
     * @param tolerated what may be impossible where it stands, and is then disregarded
     */
    boolean isPossible(@Nullable Occurrence without, @Nullable Occurrence with, Predicate<Occurrence> tolerated) {
        if (isOpening(without) || isOpening(with)) {
            return replay(changed(without, with), tolerated).isPossible();
        }
        if (without != null && with != null && isToldAlike(without, with)) {
            return true;
        }
        int size = occurrences.size();
        int gap = without == null ? size : indexOf(placed(without));
        int place = with == null ? size : indexOf(placed(with));
        if (with != null && gap == size && place == size) {
            return type.isPossible(address, state(), placed(with)) || tolerated.test(with);
        }
        int from = Math.min(gap, place);
        MatterState after = unmarkedAfter(from);
        for (int i = from; i <= size; i++) {
            if (with != null && i == place) {
                FoldStep step = step(after, placed(with));
                if (step.disregarded() && !tolerated.test(with)) {
                    return false;
                }
                after = step.state();
            }
            if (i < size && i != gap) {
                FoldStep step = step(after, occurrences.get(i));
                if (step.disregarded() && !tolerated.test(occurrences.get(i))) {
                    return false;
                }
                after = step.state();
            }
        }
        return true;
    }

    private static boolean isOpening(@Nullable Occurrence occurrence) {
        return occurrence != null && occurrence.event() instanceof NegotiationOpened;
    }

    /** All of it as it would be. */
    List<Occurrence> changed(@Nullable Occurrence without, @Nullable Occurrence with) {
        List<Occurrence> changed = new ArrayList<>(occurrences.size() + 1);
        for (Occurrence each : occurrences) {
            if (without == null || !each.developmentId().equals(without.developmentId())) {
                changed.add(each);
            }
        }
        if (with == null) {
            return changed;
        }
        changed.add(with);
        return History.inWorldOrder(changed);
    }

    /** Folds a history like this one from its beginning, to find where it is not possible. */
    Replay replay(List<Occurrence> history, Predicate<Occurrence> tolerated) {
        Replay replay = Replay.of(type, address, history, tolerated);
        steps += replay.statuses().size();
        return replay;
    }

    /** How many developments were folded so far: what all of it has cost. */
    long steps() {
        return steps;
    }
}
