package org.parley.domain.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.NotPossible.Conflict;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.ImpossibleHistoryException;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/** Checks whether a history stays possible with the entries of a group. Explains for each entry why not. */
final class GroupCheck {
    /** The developments to fold at most, to find out which entry of a group makes an earlier one impossible. */
    private static final long FOLDS_MAX = 500_000;

    private final RecordedHistory recorded;
    private final RecordedHistory together;
    private final List<LedgerEntry> group;
    private final HypotheticalHistory supposed;
    private final HistoryCheck check;

    /**
     * @param recorded everything recorded of the matter
     * @param together the same, followed by the entries of the group
     */
    GroupCheck(RecordedHistory recorded, RecordedHistory together, DecisionContext context) {
        this.recorded = recorded;
        this.together = together;
        this.group = together.entries()
                .subList(recorded.entries().size(), together.entries().size());
        this.supposed = new HypotheticalHistory(recorded, judged());
        this.check = new HistoryCheck(together, context);
    }

    /** The developments that have their effective content from the group. */
    private Set<UUID> judged() {
        return group.stream()
                .map(entry -> together.thread(entry.developmentId()).orElseThrow())
                .filter(thread -> thread.correction().orElse(thread.first()).position() > recorded.lastPosition())
                .map(thread -> thread.first().developmentId())
                .collect(Collectors.toSet());
    }

    /** The refusals of the entries that make the history impossible, by their ids; empty if it is possible. */
    Map<UUID, Refusal> refusals() {
        List<Occurrence> all = together.effective();
        if (supposed.replay(all).isPossible()) {
            return Map.of();
        }
        List<Occurrence> fallen = supposed.impossible(all);
        Map<UUID, Refusal> refusals = new LinkedHashMap<>();
        Map<LedgerEntry, List<Occurrence>> felled = new LinkedHashMap<>();
        for (Occurrence each : fallen) {
            List<LedgerEntry> own = entriesOf(each.developmentId());
            own.forEach(entry -> refusals.putIfAbsent(entry.developmentId(), impossibleAtItsPlace(each, fallen)));
            if (own.isEmpty()) {
                causes(each, fallen).forEach(entry -> felled.computeIfAbsent(entry, any -> new ArrayList<>())
                        .add(each));
            }
        }
        felled.forEach((entry, those) -> refusals.putIfAbsent(entry.developmentId(), others(entry, those)));
        return refusals;
    }

    /** The entries of the group that give a development its content or restore it. */
    private List<LedgerEntry> entriesOf(UUID development) {
        return group.stream()
                .filter(entry -> changesContent(entry)
                        && together.developmentOf(entry.developmentId()).equals(Optional.of(development)))
                .toList();
    }

    private static boolean changesContent(LedgerEntry entry) {
        return !(entry.event() instanceof EditorialEvent)
                || entry.event() instanceof DevelopmentCorrected
                || entry.event() instanceof DevelopmentRetracted;
    }

    private NotPossible impossibleAtItsPlace(Occurrence candidate, List<Occurrence> fallen) {
        List<Occurrence> others = together.effective().stream()
                .filter(each -> !fallen.contains(each))
                .toList();
        int index = 0;
        MatterState state = null;
        while (index < others.size() && Occurrence.VALID_TIME_ORDER.compare(others.get(index), candidate) < 0) {
            state = supposed.apply(state, others.get(index)).orElse(state);
            index++;
        }
        return check.impossibleAtItsPlace(
                state,
                candidate,
                supposed.required(others.subList(index, others.size())),
                check.clash(supposed, candidate, others, index),
                null,
                HistoryCheck.NO_ADVICE);
    }

    /** The entries without which a recorded development would be possible; all that are possible, if there is no one. */
    private List<LedgerEntry> causes(Occurrence felled, List<Occurrence> fallen) {
        List<LedgerEntry> changing =
                group.stream().filter(GroupCheck::changesContent).toList();
        List<LedgerEntry> causes = changing.size() * (long) together.version() > FOLDS_MAX
                ? List.of()
                : changing.stream()
                        .filter(entry -> isPossibleWithout(entry, felled))
                        .toList();
        if (!causes.isEmpty()) {
            return causes;
        }
        Set<UUID> impossible = new HashSet<>();
        fallen.forEach(each -> impossible.add(each.developmentId()));
        List<LedgerEntry> possible = changing.stream()
                .filter(entry -> !impossible.contains(
                        together.developmentOf(entry.developmentId()).orElseThrow()))
                .toList();
        return possible.isEmpty() ? changing : possible;
    }

    private boolean isPossibleWithout(LedgerEntry left, Occurrence felled) {
        RecordedHistory rest = RecordedHistory.of(recorded.address(), recorded.entries());
        for (LedgerEntry entry : group) {
            try {
                if (!entry.equals(left)) {
                    rest.record(entry);
                }
            } catch (ImpossibleHistoryException e) {
                return false; // another entry of the group speaks of it, so that one stands for both
            }
        }
        return supposed.impossible(rest.effective()).stream()
                .noneMatch(each -> each.developmentId().equals(felled.developmentId()));
    }

    private NotPossible others(LedgerEntry entry, List<Occurrence> felled) {
        Occurrence first = felled.getFirst();
        MatterState state = before(first);
        return new NotPossible(
                BilingualText.of(language -> {
                    String conflict = check.describe(first, language) + check.because(state, first, language) + "."
                            + check.others(felled, language);
                    return switch (language) {
                        case ENGLISH ->
                            "Cannot " + what(entry, language) + ": this would no longer be possible: " + conflict
                                    + " Retract or correct " + (felled.size() > 1 ? "those" : "that one")
                                    + " in the same group.";
                        case SPANISH ->
                            "No es posible " + what(entry, language) + ": dejaría de ser posible esto: " + conflict
                                    + (felled.size() > 1
                                            ? " Retracte o corrija esas entradas en el mismo grupo."
                                            : " Retracte o corrija esa entrada en el mismo grupo.");
                    };
                }),
                HistoryCheck.name(state),
                state == null ? null : state.since(),
                together.type().allowedAfter(state),
                first.developmentId(),
                first.development().occurred(),
                felled.stream().map(Conflict::of).toList(),
                null);
    }

    private @Nullable MatterState before(Occurrence place) {
        MatterState state = null;
        for (Occurrence each : together.effective()) {
            if (each.developmentId().equals(place.developmentId())) {
                return state;
            }
            state = supposed.apply(state, each).orElse(state);
        }
        return state;
    }

    private String what(LedgerEntry entry, Language language) {
        Occurrence after = together.effectiveOccurrence(
                        together.developmentOf(entry.developmentId()).orElseThrow())
                .orElse(null);
        if (after != null) {
            return switch (language) {
                        case ENGLISH -> "record that ";
                        case SPANISH -> "registrar que ";
                    }
                    + check.describe(after, language);
        }
        return recorded.thread(entry.developmentId())
                .or(() -> together.thread(entry.developmentId()))
                .map(DevelopmentThread::first)
                .flatMap(first -> recorded.effectiveOccurrence(first.developmentId()))
                .map(before -> switch (language) {
                            case ENGLISH -> "retract that ";
                            case SPANISH -> "retractarse de que ";
                        }
                        + check.describe(before, language))
                .orElse(
                        switch (language) {
                            case ENGLISH -> "record this";
                            case SPANISH -> "registrar esto";
                        });
    }
}
