package org.parley.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.history.Refusal.NotPossible;
import org.parley.matter.Development;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Names;
import org.parley.matter.Occurrence;
import org.parley.time.DateWords;
import org.parley.time.Edtf;

/** Judges whether a matter's history would still be possible with something inserted, replaced or left out. */
final class Judgement {
    private final History history;
    private final MatterType<?, ?, ?> type;
    private final Desk desk;

    Judgement(History history, Desk desk) {
        this.history = history;
        this.type = history.type();
        this.desk = desk;
    }

    /**
     * Requires that a development can be inserted at its place in the world's order.
     *
     * @throws Refused when it cannot, naming what it clashes with
     */
    void insert(UUID id, Development development) {
        require(null, candidate(id, development));
    }

    /**
     * Requires that the history is possible with one occurrence of a development in the place of the one that holds.
     *
     * @param before null when it does not hold
     */
    void replace(@Nullable Occurrence before, Occurrence replacement) {
        require(before, replacement);
    }

    /** Requires that the history is possible without one of its developments. */
    void leaveOut(Occurrence left, String what) {
        EffectiveHistory known = known();
        if (known.isPossible(left, null)) {
            return;
        }
        Replay replay = replay(known.changed(left, null));
        Occurrence obstacle = replay.obstacle();
        MatterState state = replay.last();
        throw new Refused(new NotPossible(
                "Cannot " + what + ": " + said(obstacle) + " rests on it. Retract or correct that one first.",
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                obstacle.developmentId(),
                obstacle.development().occurred(),
                null));
    }

    private EffectiveHistory known() {
        history.effective(desk.now()); // complains when it is impossible already
        return history.effectiveHistory(desk.now());
    }

    private void require(@Nullable Occurrence without, Occurrence candidate) {
        EffectiveHistory known = known();
        if (known.isPossible(without, candidate)) {
            return;
        }
        List<Occurrence> others = known.changed(without, null);
        List<Occurrence> together = known.changed(without, candidate);
        Replay replay = replay(together);
        int place = place(together, candidate);
        int failed = replay.statuses().size();
        if (failed != place) {
            throw new Refused(otherImpossible(replay, candidate, others, failed > place ? "after it" : "before it"));
        }
        throw new Refused(impossibleAtItsPlace(replay, place, candidate, others));
    }

    private Replay replay(List<Occurrence> occurrences) {
        return history.effectiveHistory(desk.now()).replay(occurrences);
    }

    private static int place(List<Occurrence> together, Occurrence candidate) {
        int place = 0;
        while (!together.get(place).developmentId().equals(candidate.developmentId())) {
            place++;
        }
        return place;
    }

    private NotPossible otherImpossible(Replay replay, Occurrence candidate, List<Occurrence> others, String where) {
        Occurrence obstacle = replay.obstacle();
        MatterState state = replay.last();
        Edtf narrowed = narrowed(others, candidate);
        return new NotPossible(
                "Cannot record that " + said(candidate) + ": " + where + " this would no longer be possible: "
                        + said(obstacle) + "." + offer(narrowed),
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                obstacle.developmentId(),
                obstacle.development().occurred(),
                narrowed);
    }

    private NotPossible impossibleAtItsPlace(Replay replay, int place, Occurrence candidate, List<Occurrence> others) {
        MatterState state = replay.last();
        List<String> allowed = type.allowedAfter(state);
        Occurrence clash = clash(candidate, others, place);
        Edtf narrowed = narrowed(others, candidate);
        String standing = state == null
                ? "nothing is recorded of it before that date"
                : "the " + history.address().kind().slug() + " is " + name(state)
                        + (state.since() == null ? "" : " since " + DateWords.name(state.since()));
        String reason = clash != null && place < others.size() ? said(clash) : standing;
        return new NotPossible(
                "Cannot record that " + said(candidate) + ": " + reason + ". Possible there: "
                        + String.join(", ", allowed) + "." + offer(narrowed),
                name(state),
                state == null ? null : state.since(),
                allowed,
                clash == null ? null : clash.developmentId(),
                clash == null ? null : clash.development().occurred(),
                narrowed);
    }

    /**
     * What a development clashes with that is not possible at its place: the next one after which it would be
     * possible, else the one before it that led to where it is not.
     */
    private @Nullable Occurrence clash(Occurrence candidate, List<Occurrence> others, int place) {
        Replay replay = replay(others);
        for (int i = place; i < replay.statuses().size(); i++) {
            if (type.isPossibleIn(replay.statuses().get(i), candidate.event())) {
                return others.get(i);
            }
        }
        for (int i = place - 1; i >= 0; i--) {
            if (replay.before(i) != replay.statuses().get(i)) {
                return others.get(i);
            }
        }
        return null;
    }

    /** The widest part of an imprecise date, from some day on, with which the candidate would be possible. */
    private @Nullable Edtf narrowed(List<Occurrence> others, Occurrence candidate) {
        return new NarrowerDate(history.effectiveHistory(desk.now()), others, candidate)
                .find(desk)
                .orElse(null);
    }

    private static String offer(@Nullable Edtf narrowed) {
        return narrowed == null ? "" : " It would be possible if it occurred within " + narrowed + ".";
    }

    private Occurrence candidate(UUID id, Development development) {
        long position = Decision.hypothetical(history, id, development, desk).position();
        return new Occurrence(id, position, development, false, false);
    }

    /** An occurrence as a clause with its date and, once recorded, its id. */
    String said(Occurrence occurrence) {
        Edtf occurred = occurrence.development().occurred();
        boolean recorded = history.firstOf(occurrence.developmentId()).isPresent();
        return type.clause(occurrence.event(), names(occurrence.development().start()))
                + (occurred == null ? "" : " " + DateWords.when(occurred))
                + (recorded ? " (development " + occurrence.developmentId() + ")" : "");
    }

    private Names names(Instant world) {
        return desk.names(history.title(world), world);
    }

    private static String name(@Nullable MatterState state) {
        return state == null ? "-" : state.status().name();
    }
}
