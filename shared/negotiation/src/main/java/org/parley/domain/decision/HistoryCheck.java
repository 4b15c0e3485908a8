package org.parley.domain.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.NotPossible.Conflict;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.HistoryReplay;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.SentenceNames;

/**
 * Checks whether a history stays possible if a development is inserted, replaced or left out. Builds the refusal if
 * not.
 */
final class HistoryCheck {
    /** A date after a longer clause would seem to belong to its last words, so it comes first. */
    private static final int SHORT_CLAUSE_MAX = 80;

    /** The maximum number of further developments named in the text; the refusal lists all of them. */
    private static final int NAMED_MAX = 10;

    private final RecordedHistory history;
    private final MatterType<?, ?, ?> type;
    private final DecisionContext context;

    HistoryCheck(RecordedHistory history, DecisionContext context) {
        this.history = history;
        this.type = history.type();
        this.context = context;
    }

    /**
     * Requires that a development can be inserted in valid-time order.
     *
     * @throws CommandRefusedException if it cannot; the refusal names the conflicting development
     */
    void requireInsertable(UUID id, Development development) {
        require(null, candidate(id, development), new HypotheticalHistory(history, context, id));
    }

    /**
     * Requires that the history is possible with one occurrence of a development in place of the effective one.
     *
     * @param before the effective occurrence; null if there is none
     */
    void requireReplaceable(@Nullable Occurrence before, Occurrence replacement) {
        require(before, replacement, new HypotheticalHistory(history, context, replacement.developmentId()));
    }

    /** The same for an occurrence that was effective before. */
    void requireRestorable(@Nullable Occurrence before, Occurrence restored) {
        require(before, restored, new HypotheticalHistory(history, context, null));
    }

    /** Requires that the history is possible without one of its developments. */
    void requireRemovable(Occurrence left, String what) {
        HypotheticalHistory supposed = new HypotheticalHistory(history, context, null);
        if (supposed.isPossible(left, null)) {
            return;
        }
        List<Occurrence> rest = supposed.withReplaced(left, null);
        HistoryReplay replay = supposed.replay(rest);
        List<Occurrence> fallen = supposed.impossible(rest);
        Occurrence obstacle = replay.obstacle();
        MatterState state = replay.last();
        throw new CommandRefusedException(new NotPossible(
                "Cannot " + what + ": " + describe(obstacle) + " depends on it" + because(state, obstacle)
                        + "." + others(fallen) + " Retract or correct "
                        + (fallen.size() > 1 ? "those" : "that one") + " first.",
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                obstacle.developmentId(),
                obstacle.development().occurred(),
                fallen.stream().map(Conflict::of).toList(),
                null));
    }

    private void require(@Nullable Occurrence without, Occurrence candidate, HypotheticalHistory supposed) {
        if (supposed.isPossible(without, candidate)) {
            return;
        }
        List<Occurrence> others = supposed.withReplaced(without, null);
        List<Occurrence> together = supposed.withReplaced(without, candidate);
        HistoryReplay replay = supposed.replay(together);
        int index = index(together, candidate);
        int failed = replay.statuses().size();
        Edtf narrowed = new NarrowerDateSearch(supposed, others, candidate)
                .find(context)
                .orElse(null);
        throw new CommandRefusedException(
                failed == index
                        ? impossibleAtItsPlace(
                                replay.last(),
                                candidate,
                                supposed.required(others.subList(index, others.size())),
                                clash(supposed, candidate, others, index),
                                narrowed)
                        : otherImpossible(
                                replay,
                                candidate,
                                supposed.impossible(together),
                                failed > index ? "after it" : "before it",
                                narrowed));
    }

    private static int index(List<Occurrence> together, Occurrence candidate) {
        int index = 0;
        while (!together.get(index).developmentId().equals(candidate.developmentId())) {
            index++;
        }
        return index;
    }

    private NotPossible otherImpossible(
            HistoryReplay replay,
            Occurrence candidate,
            List<Occurrence> fallen,
            String where,
            @Nullable Edtf narrowed) {
        Occurrence obstacle = replay.obstacle();
        MatterState state = replay.last();
        return new NotPossible(
                "Cannot record that " + describe(candidate) + ": " + where + " this would no longer be possible: "
                        + describe(obstacle) + because(state, obstacle) + "." + others(fallen) + offer(narrowed),
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                obstacle.developmentId(),
                obstacle.development().occurred(),
                fallen.stream().map(Conflict::of).toList(),
                narrowed);
    }

    /** @param state the state before the candidate; null if the matter does not exist there */
    NotPossible impossibleAtItsPlace(
            @Nullable MatterState state,
            Occurrence candidate,
            List<Occurrence> following,
            @Nullable Clash clash,
            @Nullable Edtf narrowed) {
        List<String> possible = type.allowedBetween(state, following);
        String objection =
                type.objection(state, candidate, names(candidate.start())).orElse(null);
        String reason;
        if (objection != null) {
            reason = objection + ".";
        } else if (clash != null && clash.comesAfter()) {
            reason = describe(clash.with()) + "." + possible(possible);
        } else {
            reason = standing(state) + "." + over(state) + possible(possible);
        }
        return new NotPossible(
                "Cannot record that " + describe(candidate) + ": " + reason + offer(narrowed),
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                clash == null ? null : clash.with().developmentId(),
                clash == null ? null : clash.with().development().occurred(),
                clash == null ? List.of() : List.of(Conflict.of(clash.with())),
                narrowed);
    }

    /** Names the developments that would become impossible, without the first, which is already named. */
    String others(List<Occurrence> fallen) {
        if (fallen.size() < 2) {
            return "";
        }
        List<String> named = new ArrayList<>(
                fallen.stream().skip(1).limit(NAMED_MAX).map(this::describe).toList());
        int more = fallen.size() - 1 - named.size();
        if (more > 0) {
            named.add(more + " more");
        }
        return " The same holds of these: " + String.join("; ", named) + ".";
    }

    private String standing(@Nullable MatterState state) {
        return state == null
                ? "nothing is recorded of it before that date"
                : "the " + kind() + " is " + name(state)
                        + (state.since() == null ? "" : " since " + since(DateText.withoutPreposition(state.since())));
    }

    private static String since(String date) {
        return date.startsWith("between ") ? "some time " + date : date;
    }

    private static String possible(List<String> allowed) {
        return allowed.isEmpty() ? "" : " Possible there: " + String.join(", ", allowed) + ".";
    }

    private String over(@Nullable MatterState state) {
        return state != null && type.isFinished(state)
                ? " This " + kind() + " is over; begin another one with a new short name."
                : "";
    }

    private String kind() {
        return history.address().kind().slug();
    }

    /** The objection of the guard that makes an occurrence impossible; empty if the lifecycle itself does. */
    String because(@Nullable MatterState state, Occurrence obstacle) {
        return type.objection(state, obstacle, names(obstacle.start()))
                .map(objection -> " (" + objection + ")")
                .orElse("");
    }

    /**
     * The conflict of a development that is impossible at its place.
     *
     * @param comesAfter whether it would be possible after the other development
     */
    record Clash(Occurrence with, boolean comesAfter) {}

    /**
     * The next development after which the candidate would be possible, or else the previous one that led to the state
     * in which it is not.
     */
    @Nullable Clash clash(
            HypotheticalHistory supposed, Occurrence candidate, List<Occurrence> others, int index) {
        Clash before = null;
        MatterState state = null;
        for (int i = 0; i < others.size(); i++) {
            Optional<MatterState> after = supposed.apply(state, others.get(i));
            if (after.isEmpty()) {
                return before;
            }
            boolean counts = !supposed.isTolerated(others.get(i));
            if (counts
                    && i < index
                    && (state == null || state.status() != after.get().status())) {
                before = new Clash(others.get(i), false);
            }
            state = after.get();
            if (counts && i >= index && type.isPossible(history.address(), state, candidate)) {
                return new Clash(others.get(i), true);
            }
        }
        return before;
    }

    private static String offer(@Nullable Edtf narrowed) {
        return narrowed == null ? "" : " It would be possible if it occurred within " + narrowed + ".";
    }

    private Occurrence candidate(UUID id, Development development) {
        LedgerEntry entry = CommandDecider.hypotheticalEntry(history, id, development, context);
        return DevelopmentThread.of(entry).occurrence().orElseThrow();
    }

    /** Describes an occurrence as a clause with its date and, if it is recorded, its id. */
    String describe(Occurrence occurrence) {
        Edtf occurred = occurrence.development().occurred();
        boolean recorded = history.developmentOf(occurrence.developmentId()).isPresent();
        String clause =
                type.clause(occurrence.event(), names(occurrence.development().start()));
        String dated = occurred == null
                ? clause
                : clause.length() > SHORT_CLAUSE_MAX
                        ? DateText.withPreposition(occurred) + " " + clause
                        : clause + " " + DateText.withPreposition(occurred);
        return dated + (recorded ? " (development " + occurrence.developmentId() + ")" : "");
    }

    private SentenceNames names(Instant world) {
        return context.names(history.title(world), world);
    }

    static String name(@Nullable MatterState state) {
        return state == null ? "-" : state.status().name();
    }
}
