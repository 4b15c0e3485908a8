package org.parley.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;

/**
 * The effective developments of a matter in valid-time order, and the state that they fold into. The fold is lazy: a
 * development at the end continues from the current state, a change further back from the last kept state before it.
 * One state in {@value #STATE_INTERVAL} is kept.
 */
public final class EffectiveHistory {
    /** The number of developments between two kept states. */
    static final int STATE_INTERVAL = 64;

    private final MatterType<?, ?, ?> type;
    private final MatterAddress address;
    private final List<Occurrence> occurrences = new ArrayList<>();

    /** The state after every {@value #STATE_INTERVAL}th folded development. */
    private final List<@Nullable MatterState> kept = new ArrayList<>();

    /** The disregarded developments by index: accepted under earlier rules, impossible under the present ones. */
    private final NavigableMap<Integer, UUID> disregarded = new TreeMap<>();

    private int folded;
    private @Nullable MatterState state;
    private int disputed;
    private final Set<UUID> held = new HashSet<>();

    /** The start of developments without a date: the opening of a negotiation, or else before everything. */
    private Instant beginning = Instant.MIN;

    private long steps;

    EffectiveHistory(MatterType<?, ?, ?> type, MatterAddress address) {
        this.type = type;
        this.address = address;
    }

    public List<Occurrence> occurrences() {
        return Collections.unmodifiableList(occurrences);
    }

    /** The start of developments without a date. */
    Instant beginning() {
        return beginning;
    }

    /** The occurrence with its start in this history. */
    Occurrence placed(Occurrence occurrence) {
        return occurrence.withMatterStart(beginning);
    }

    /** The index of an occurrence, or its insertion point. */
    public int indexOf(Occurrence placed) {
        int found = Collections.binarySearch(occurrences, placed, Occurrence.VALID_TIME_ORDER);
        return found < 0 ? -found - 1 : found;
    }

    /** The number of developments that started by an instant, inclusive. */
    int countStartedBy(Instant asOf) {
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
     * Replaces the occurrence of a development by another one.
     *
     * @param before null if it was not effective
     * @param after null if it is no longer effective
     * @return whether a state may have changed
     */
    boolean replace(@Nullable Occurrence before, @Nullable Occurrence after) {
        if (before != null && after != null && new OccurrenceChange(before, after).hasSameFold()) {
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

    private void add(Occurrence placed) {
        int index = indexOf(placed);
        boolean appends = index == occurrences.size() && folded == index;
        occurrences.add(index, placed);
        count(placed, 1);
        discardFrom(index);
        if (placed.event() instanceof NegotiationOpened) {
            begin();
        }
        if (appends && folded == index) {
            step();
        }
    }

    private void remove(Occurrence placed) {
        int index = indexOf(placed);
        Occurrence removed = occurrences.remove(index);
        count(removed, -1);
        discardFrom(index);
        if (removed.event() instanceof NegotiationOpened) {
            begin();
        }
    }

    private void count(Occurrence occurrence, int more) {
        disputed += occurrence.disputed() ? more : 0;
        if (occurrence.held() && more > 0) {
            held.add(occurrence.developmentId());
        } else if (occurrence.held()) {
            held.remove(occurrence.developmentId());
        }
    }

    /** Moves the developments without a date to the new opening. */
    private void begin() {
        Instant begun = occurrences.stream()
                .filter(occurrence -> occurrence.event() instanceof NegotiationOpened)
                .map(Occurrence::start)
                .findFirst()
                .orElse(Instant.MIN);
        if (!begun.equals(beginning)) {
            beginning = begun;
            occurrences.replaceAll(this::placed);
            occurrences.sort(Occurrence.VALID_TIME_ORDER);
            discardFrom(0);
        }
    }

    /** Discards the fold beyond an index. */
    private void discardFrom(int index) {
        if (index < folded) {
            kept.subList(index / STATE_INTERVAL, kept.size()).clear();
            folded = kept.size() * STATE_INTERVAL;
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
        if (folded % STATE_INTERVAL == 0) {
            kept.add(state);
        }
    }

    /** The state after one more development. */
    public FoldStep step(@Nullable MatterState before, Occurrence next) {
        steps++;
        return FoldStep.of(type, address, before, next);
    }

    /** Whether an effective occurrence changes no state, because it is not possible at its place. */
    public boolean isDisregarded(Occurrence occurrence) {
        fold(occurrences.size());
        return disregarded.containsValue(occurrence.developmentId());
    }

    /** The current state; null if nothing is effective. */
    @Nullable MatterState state() {
        fold(occurrences.size());
        return state == null
                ? null
                : state.withMarks(
                        disputed > disregarded(Occurrence::disputed),
                        held.size() > disregarded(Occurrence::held),
                        held);
    }

    /** The number of disregarded developments with a mark. They do not mark the state. */
    private long disregarded(Predicate<Occurrence> mark) {
        return disregarded.keySet().stream().map(occurrences::get).filter(mark).count();
    }

    /** The state after the first {@code count} developments; null after none. */
    @Nullable public MatterState stateAfter(int count) {
        if (count == occurrences.size()) {
            return state();
        }
        return marked(unmarkedAfter(count), count);
    }

    /**
     * The states after increasing numbers of developments, null after none. Each continues from the one before, or from
     * a kept state that is nearer.
     */
    public List<@Nullable MatterState> statesAfter(List<Integer> counts) {
        List<@Nullable MatterState> states = new ArrayList<>();
        int reached = 0;
        MatterState after = null;
        for (int count : counts) {
            fold(count);
            int nearest = count / STATE_INTERVAL * STATE_INTERVAL;
            if (nearest > reached) {
                reached = nearest;
                after = kept.get(nearest / STATE_INTERVAL - 1);
            }
            for (; reached < count; reached++) {
                after = step(after, occurrences.get(reached)).state();
            }
            states.add(marked(after, count));
        }
        return states;
    }

    /** The state after a number of developments, with the right marks. */
    private @Nullable MatterState marked(@Nullable MatterState unmarked, int count) {
        return unmarked == null
                ? null
                : unmarked.withMarks(
                        disputed > 0 && anyOfFirst(count, Occurrence::disputed),
                        !held.isEmpty() && anyOfFirst(count, Occurrence::held),
                        held);
    }

    private boolean anyOfFirst(int count, Predicate<Occurrence> mark) {
        return IntStream.range(0, count).anyMatch(i -> mark.test(occurrences.get(i)) && !disregarded.containsKey(i));
    }

    /** The same state, with wrong marks for disputed and held. */
    private @Nullable MatterState unmarkedAfter(int count) {
        fold(count);
        if (count == folded) {
            return state;
        }
        int from = count / STATE_INTERVAL;
        MatterState after = from == 0 ? null : kept.get(from - 1);
        for (Occurrence next : occurrences.subList(from * STATE_INTERVAL, count)) {
            after = step(after, next).state();
        }
        return after;
    }

    /**
     * Whether the whole history is possible with one occurrence of a development in place of another.
     *
     * @param without the effective one; null if there is none
     * @param with the one to replace it; null to leave the development out
     * @param tolerated the developments that may be impossible, and are then disregarded
     */
    public boolean isPossible(
            @Nullable Occurrence without, @Nullable Occurrence with, Predicate<Occurrence> tolerated) {
        if (without == null && with != null && !isOpening(with) && indexOf(placed(with)) == occurrences.size()) {
            return type.isPossible(address, state(), placed(with)) || tolerated.test(with);
        }
        return isPossible(List.of(new OccurrenceChange(without, with)), tolerated);
    }

    /** The same with several changes, each of another development. */
    public boolean isPossible(List<OccurrenceChange> changes, Predicate<Occurrence> tolerated) {
        List<OccurrenceChange> folded =
                changes.stream().filter(each -> !each.hasSameFold()).toList();
        Set<UUID> replaced = new HashSet<>();
        List<Occurrence> inserted = new ArrayList<>();
        int from = occurrences.size();
        for (OccurrenceChange change : folded) {
            Occurrence before = change.before();
            Occurrence after = change.after();
            if (before != null) {
                replaced.add(before.developmentId());
                from = Math.min(from, indexOf(placed(before)));
            }
            if (after != null) {
                inserted.add(placed(after));
                from = Math.min(from, indexOf(placed(after)));
            }
        }
        boolean movesTheOpening = folded.stream().anyMatch(each -> isOpening(each.before()) || isOpening(each.after()));
        from = movesTheOpening ? 0 : from;
        List<Occurrence> rest = new ArrayList<>(inserted);
        for (Occurrence each : occurrences.subList(from, occurrences.size())) {
            if (!replaced.contains(each.developmentId())) {
                rest.add(each);
            }
        }
        if (movesTheOpening) {
            return replay(RecordedHistory.inValidTimeOrder(rest), tolerated).isPossible();
        }
        rest.sort(Occurrence.VALID_TIME_ORDER);
        return isPossibleAfter(unmarkedAfter(from), rest, tolerated);
    }

    private boolean isPossibleAfter(
            @Nullable MatterState before, List<Occurrence> rest, Predicate<Occurrence> tolerated) {
        MatterState state = before;
        for (Occurrence next : rest) {
            FoldStep step = step(state, next);
            if (step.disregarded() && !tolerated.test(next)) {
                return false;
            }
            state = step.state();
        }
        return true;
    }

    /** The effective developments that change no state, because they are not possible at their places. */
    public List<Occurrence> disregarded() {
        fold(occurrences.size());
        return disregarded.keySet().stream().map(occurrences::get).toList();
    }

    private static boolean isOpening(@Nullable Occurrence occurrence) {
        return occurrence != null && occurrence.event() instanceof NegotiationOpened;
    }

    /** The history with one occurrence in place of another, in valid-time order. */
    public List<Occurrence> withReplaced(@Nullable Occurrence without, @Nullable Occurrence with) {
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
        return RecordedHistory.inValidTimeOrder(changed);
    }

    /** Folds a history from its start, to find where it becomes impossible. */
    public HistoryReplay replay(List<Occurrence> history, Predicate<Occurrence> tolerated) {
        HistoryReplay replay = HistoryReplay.of(type, address, history, tolerated);
        steps += replay.statuses().size();
        return replay;
    }

    /** The number of developments folded so far; a test bounds it. */
    public long steps() {
        return steps;
    }
}
