package org.parley.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
        List<Occurrence> known = history.effective(desk.now());
        Occurrence candidate = candidate(id, development);
        MatterState end = history.state(desk.now()).orElse(null);
        boolean comesLast =
                known.isEmpty() || Occurrence.WORLD_ORDER.compare(known.get(known.size() - 1), candidate) < 0;
        if (comesLast && type.isPossible(end, development.event())) {
            return;
        }
        require(known, candidate);
    }

    /** Requires that the history is possible with one occurrence in the place of the one with the same id. */
    void replace(Occurrence replacement) {
        List<Occurrence> others = history.effective(desk.now()).stream()
                .filter(o -> !o.developmentId().equals(replacement.developmentId()))
                .toList();
        require(others, replacement);
    }

    /** Requires that the history is possible without one of its developments. */
    void leaveOut(UUID developmentId, String what) {
        List<Occurrence> others = history.effective(desk.now()).stream()
                .filter(o -> !o.developmentId().equals(developmentId))
                .toList();
        Fold fold = Fold.of(type, history.address(), others);
        if (!fold.isPossible()) {
            Occurrence obstacle = fold.obstacle();
            MatterState state = fold.last();
            throw new Refused(new NotPossible(
                    "Cannot " + what + ": " + said(obstacle) + " rests on it. Retract or correct that one first.",
                    name(state),
                    state == null ? null : state.since(),
                    type.allowedAfter(state),
                    obstacle.developmentId(),
                    obstacle.development().occurred(),
                    null));
        }
    }

    private void require(List<Occurrence> others, Occurrence candidate) {
        List<Occurrence> together = sorted(others, candidate);
        Fold fold = Fold.of(type, history.address(), together);
        if (fold.isPossible()) {
            return;
        }
        int place = place(together, candidate);
        int failed = fold.states().size();
        if (failed != place) {
            throw new Refused(otherImpossible(fold, candidate, others, failed > place ? "after it" : "before it"));
        }
        throw new Refused(impossibleAtItsPlace(fold, place, candidate, others));
    }

    private static int place(List<Occurrence> together, Occurrence candidate) {
        int place = 0;
        while (!together.get(place).developmentId().equals(candidate.developmentId())) {
            place++;
        }
        return place;
    }

    private NotPossible otherImpossible(Fold fold, Occurrence candidate, Collection<Occurrence> others, String where) {
        Occurrence obstacle = fold.obstacle();
        MatterState state = fold.last();
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

    private NotPossible impossibleAtItsPlace(
            Fold fold, int place, Occurrence candidate, Collection<Occurrence> others) {
        MatterState state = fold.before(place);
        List<String> allowed = type.allowedAfter(state);
        Occurrence clash = clash(candidate, new ArrayList<>(others), place);
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
        Fold fold = Fold.of(type, history.address(), others);
        for (int i = place; i < fold.states().size(); i++) {
            if (type.isPossible(fold.states().get(i), candidate.event())) {
                return others.get(i);
            }
        }
        for (int i = place - 1; i >= 0; i--) {
            MatterState before = fold.before(i);
            if (before == null || before.status() != fold.states().get(i).status()) {
                return others.get(i);
            }
        }
        return null;
    }

    /** The widest part of an imprecise date, from some day on, with which the candidate would be possible. */
    private @Nullable Edtf narrowed(Collection<Occurrence> others, Occurrence candidate) {
        Edtf given = candidate.development().occurred();
        if (given == null || !given.isLongerThanADay()) {
            return null;
        }
        return others.stream()
                .map(Occurrence::start)
                .filter(start -> start.isAfter(given.start()) && !start.isAfter(given.end()))
                .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC))
                .flatMap(day -> Stream.of(day, day.plusDays(1)))
                .filter(day -> !day.isAfter(given.lastDay()))
                .distinct()
                .sorted()
                .map(day -> day.equals(given.lastDay()) ? Edtf.day(day) : Edtf.parse(day + "/" + given.lastDay()))
                .filter(narrower -> !desk.isFuture(narrower))
                .filter(narrower -> isPossible(others, candidate, narrower))
                .findFirst()
                .orElse(null);
    }

    private boolean isPossible(Collection<Occurrence> others, Occurrence candidate, Edtf occurred) {
        Development d = candidate.development();
        Development narrower = new Development(d.event(), occurred, d.title(), d.evidence(), d.note(), d.voices());
        Occurrence moved = new Occurrence(
                candidate.developmentId(), candidate.position(), narrower, candidate.disputed(), candidate.held());
        return Fold.of(type, history.address(), sorted(others, moved)).isPossible();
    }

    private static String offer(@Nullable Edtf narrowed) {
        return narrowed == null ? "" : " It would be possible if it occurred within " + narrowed + ".";
    }

    private static List<Occurrence> sorted(Collection<Occurrence> others, Occurrence candidate) {
        List<Occurrence> together = new ArrayList<>(others);
        together.add(candidate);
        return History.inWorldOrder(together);
    }

    private Occurrence candidate(UUID id, Development development) {
        long position = Decision.hypothetical(history, id, development, desk).position();
        return new Occurrence(id, position, development, false, false);
    }

    /** An occurrence as a clause with its date and, once recorded, its id. */
    String said(Occurrence occurrence) {
        Edtf occurred = occurrence.development().occurred();
        boolean recorded = history.firstOf(occurrence.developmentId()).isPresent();
        return type.clause(occurrence.event(), names())
                + (occurred == null ? "" : " " + DateWords.when(occurred))
                + (recorded ? " (development " + occurrence.developmentId() + ")" : "");
    }

    Names names() {
        return desk.names(history.title());
    }

    private static String name(@Nullable MatterState state) {
        return state == null ? "-" : state.status().name();
    }
}
