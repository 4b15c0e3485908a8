package org.parley.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.matter.Event;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;

/**
 * A matter's history as it would be, for a decision. All of it must be possible, but for what was accepted under earlier rules:
 * that is disregarded where it is not possible, and makes no decision impossible. It is what is disregarded already, and what by
 * the present rules was not possible in the history as it was when it was recorded.
 */
final class SupposedHistory {
    private final History history;
    private final EffectiveHistory known;
    private final @Nullable UUID judged;
    private final Map<UUID, Boolean> ofEarlierRules = new HashMap<>();

    /**
     * @param judged the development of which something new is said; null when only what was said before is restored. What is
     *     new must be possible whatever was accepted before
     */
    SupposedHistory(History history, Desk desk, @Nullable UUID judged) {
        this.history = history;
        this.known = history.effectiveHistory();
        this.judged = judged;
    }

    /** Whether it is possible with one development's occurrence in the place of another of it. */
    boolean isPossible(@Nullable Occurrence without, @Nullable Occurrence with) {
        return known.isPossible(without, with, this::tolerates);
    }

    /** All of it as it would be. */
    List<Occurrence> changed(@Nullable Occurrence without, @Nullable Occurrence with) {
        return known.changed(without, with);
    }

    /** Folds a history like this one from its beginning, to find where it is not possible. */
    Replay replay(List<Occurrence> occurrences) {
        return known.replay(occurrences, this::tolerates);
    }

    /** Those that would not be possible where they stand, if each that is not were left out; in the world's order. */
    List<Occurrence> fallen(List<Occurrence> occurrences) {
        List<Occurrence> fallen = new ArrayList<>();
        MatterState state = null;
        for (Occurrence next : occurrences) {
            FoldStep step = known.step(state, next);
            if (step.disregarded() && !tolerates(next)) {
                fallen.add(next);
            }
            state = step.state();
        }
        return fallen;
    }

    /** Those of them that may not be impossible where they stand. */
    List<Occurrence> counting(List<Occurrence> occurrences) {
        return occurrences.stream().filter(each -> !isTolerated(each)).toList();
    }

    /**
     * The state after one thing more; empty when that is not possible. To find out what was accepted under earlier rules costs a
     * fold for each development, so here only what was found out counts.
     */
    Optional<MatterState> apply(@Nullable MatterState before, Occurrence next) {
        FoldStep step = known.step(before, next);
        return step.disregarded() && !isTolerated(next) ? Optional.empty() : Optional.ofNullable(step.state());
    }

    /** How many developments were folded so far. */
    long steps() {
        return known.steps();
    }

    private boolean tolerates(Occurrence occurrence) {
        UUID development = occurrence.developmentId();
        if (!development.equals(judged) && !known.isDisregarded(occurrence)) {
            ofEarlierRules.computeIfAbsent(development, id -> isOfEarlierRules(occurrence));
        }
        return isTolerated(occurrence);
    }

    /** Whether it may be impossible where it stands: then it counts for nothing, and nothing clashes with it. */
    boolean isTolerated(Occurrence occurrence) {
        UUID development = occurrence.developmentId();
        return !development.equals(judged)
                && (known.isDisregarded(occurrence) || ofEarlierRules.getOrDefault(development, false));
    }

    private boolean isOfEarlierRules(Occurrence occurrence) {
        return history.account(occurrence.developmentId())
                .flatMap(account -> recordingOf(account, occurrence))
                .filter(recorded -> history.knownThrough(recorded).isDisregarded(occurrence.developmentId()))
                .isPresent();
    }

    /** The entry that first said what an occurrence tells: the first recording, or a correction. */
    private static Optional<Entry> recordingOf(Account account, Occurrence occurrence) {
        return account.entries().filter(entry -> says(entry, occurrence)).findFirst();
    }

    private static boolean says(Entry entry, Occurrence occurrence) {
        Event event = entry.event();
        if (event instanceof EditorialEvent && !(event instanceof DevelopmentCorrected)) {
            return false;
        }
        var said = event instanceof DevelopmentCorrected correction ? correction.replacement() : entry.development();
        return said.event().equals(occurrence.event())
                && Objects.equals(said.occurred(), occurrence.development().occurred());
    }
}
