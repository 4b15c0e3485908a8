package org.parley.domain.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.EffectiveHistory;
import org.parley.domain.history.FoldStep;
import org.parley.domain.history.HistoryReplay;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * A hypothetical history of a matter, for a decision. All of it must be possible, except for developments that were
 * accepted under earlier rules: these are disregarded where they are impossible and refuse no command. They are the
 * developments that are already disregarded, and those that the present rules would not have accepted when they were
 * recorded.
 */
final class HypotheticalHistory {
    private final RecordedHistory history;
    private final EffectiveHistory known;
    private final Set<UUID> judged;
    private final Map<UUID, Boolean> ofEarlierRules = new HashMap<>();

    /**
     * @param judged the development with new content, which must be possible whatever was accepted before; null if only
     *     earlier content is restored
     */
    HypotheticalHistory(RecordedHistory history, DecisionContext context, @Nullable UUID judged) {
        this(history, judged == null ? Set.of() : Set.of(judged));
    }

    /** @param judged the developments with new content, which must be possible whatever was accepted before */
    HypotheticalHistory(RecordedHistory history, Set<UUID> judged) {
        this.history = history;
        this.known = history.effectiveHistory();
        this.judged = judged;
    }

    /** Whether the history is possible with one occurrence of a development in place of another. */
    boolean isPossible(@Nullable Occurrence without, @Nullable Occurrence with) {
        return known.isPossible(without, with, this::tolerates);
    }

    /** The history with one occurrence in place of another, in valid-time order. */
    List<Occurrence> withReplaced(@Nullable Occurrence without, @Nullable Occurrence with) {
        return known.withReplaced(without, with);
    }

    /** Folds a history from its start, to find where it becomes impossible. */
    HistoryReplay replay(List<Occurrence> occurrences) {
        return known.replay(occurrences, this::tolerates);
    }

    /** The developments that would be impossible at their place, each one found being left out; in valid-time order. */
    List<Occurrence> impossible(List<Occurrence> occurrences) {
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

    /** Those that must be possible at their place. */
    List<Occurrence> required(List<Occurrence> occurrences) {
        return occurrences.stream().filter(each -> !isTolerated(each)).toList();
    }

    /**
     * The state after one more development; empty if that is impossible. Uses only what is already known about
     * developments of earlier rules, because each check of one costs a fold.
     */
    Optional<MatterState> apply(@Nullable MatterState before, Occurrence next) {
        FoldStep step = known.step(before, next);
        return step.disregarded() && !isTolerated(next) ? Optional.empty() : Optional.ofNullable(step.state());
    }

    /** The number of developments folded so far. */
    long steps() {
        return known.steps();
    }

    private boolean tolerates(Occurrence occurrence) {
        UUID development = occurrence.developmentId();
        if (!judged.contains(development) && !known.isDisregarded(occurrence)) {
            ofEarlierRules.computeIfAbsent(development, id -> isOfEarlierRules(occurrence));
        }
        return isTolerated(occurrence);
    }

    /** Whether it may be impossible at its place: then it is disregarded and conflicts with nothing. */
    boolean isTolerated(Occurrence occurrence) {
        UUID development = occurrence.developmentId();
        return !judged.contains(development)
                && (known.isDisregarded(occurrence) || ofEarlierRules.getOrDefault(development, false));
    }

    private boolean isOfEarlierRules(Occurrence occurrence) {
        return history.thread(occurrence.developmentId())
                .flatMap(account -> recordingOf(account, occurrence))
                .filter(recorded -> history.knownThrough(recorded).isDisregarded(occurrence.developmentId()))
                .isPresent();
    }

    /** The first entry with the content of an occurrence: the first recording or a correction. */
    private static Optional<LedgerEntry> recordingOf(DevelopmentThread account, Occurrence occurrence) {
        return account.entries()
                .filter(entry -> hasContentOf(entry, occurrence))
                .findFirst();
    }

    private static boolean hasContentOf(LedgerEntry entry, Occurrence occurrence) {
        Event event = entry.event();
        if (event instanceof EditorialEvent && !(event instanceof DevelopmentCorrected)) {
            return false;
        }
        var content = event instanceof DevelopmentCorrected correction ? correction.replacement() : entry.development();
        return content.event().equals(occurrence.event())
                && Objects.equals(content.occurred(), occurrence.development().occurred());
    }
}
