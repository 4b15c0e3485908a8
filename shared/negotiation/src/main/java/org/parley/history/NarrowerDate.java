package org.parley.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Development;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;
import org.parley.process.ProcessEvent.NegotiationOpened;
import org.parley.time.Edtf;

/**
 * Looks for the widest part of an imprecise date, from some day on, with which a development would be possible. What comes
 * before a day is folded once for all days; what comes after it, as far as it is possible. The search ends when it has taken
 * {@value #FOLDS_MAX} times as many steps as the whole history.
 */
final class NarrowerDate {
    private static final long FOLDS_MAX = 100;

    private final SupposedHistory history;
    private final List<Occurrence> others;
    private final Occurrence candidate;
    private final long stepsMax;
    private @Nullable MatterState before;
    private int place;

    /**
     * @param history the matter's, as it would be
     * @param others what would hold besides the candidate, in the world's order
     */
    NarrowerDate(SupposedHistory history, List<Occurrence> others, Occurrence candidate) {
        this.history = history;
        this.others = others;
        this.candidate = candidate;
        this.stepsMax = history.steps() + FOLDS_MAX * (others.size() + 1L);
    }

    Optional<Edtf> find(Desk desk) {
        Edtf given = candidate.development().occurred();
        if (given == null || !given.isLongerThanADay()) {
            return Optional.empty();
        }
        return days(given)
                .map(day -> day.equals(given.lastDay()) ? Edtf.day(day) : Edtf.parse(day + "/" + given.lastDay()))
                .filter(narrower -> !desk.isFuture(narrower))
                .takeWhile(narrower -> history.steps() < stepsMax)
                .filter(this::isPossible)
                .findFirst();
    }

    /** The days on which something happened, and those after them: between them nothing changes. */
    private Stream<LocalDate> days(Edtf given) {
        return others.stream()
                .map(Occurrence::start)
                .filter(start -> start.isAfter(given.start()) && !start.isAfter(given.end()))
                .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC))
                .flatMap(day -> Stream.of(day, day.plusDays(1)))
                .filter(day -> !day.isAfter(given.lastDay()))
                .distinct()
                .sorted();
    }

    private boolean isPossible(Edtf occurred) {
        Development d = candidate.development();
        Development narrower = new Development(d.event(), occurred, d.title(), d.evidence(), d.note(), d.voices());
        Occurrence moved = candidate.withContent(narrower);
        if (moved.event() instanceof NegotiationOpened) {
            return isPossibleAsOpening(moved);
        }
        return foldedUpTo(moved) && isPossibleHere(moved);
    }

    /** What has no date stands with the opening, wherever that is. */
    private boolean isPossibleAsOpening(Occurrence moved) {
        List<Occurrence> together = new ArrayList<>(others);
        together.add(moved);
        return history.replay(History.inWorldOrder(together)).isPossible();
    }

    /** Folds on to where a development would stand; tells whether what comes before it is possible. */
    private boolean foldedUpTo(Occurrence moved) {
        int found = Collections.binarySearch(others, moved, Occurrence.WORLD_ORDER);
        int end = found < 0 ? -found - 1 : found;
        while (place < end) {
            Optional<MatterState> after = history.apply(before, others.get(place));
            if (after.isEmpty()) {
                return false;
            }
            before = after.get();
            place++;
        }
        return true;
    }

    private boolean isPossibleHere(Occurrence moved) {
        Optional<MatterState> after = history.apply(before, moved);
        int next = place;
        while (after.isPresent() && next < others.size() && history.steps() < stepsMax) {
            after = history.apply(after.get(), others.get(next));
            next++;
        }
        return after.isPresent() && next == others.size();
    }
}
