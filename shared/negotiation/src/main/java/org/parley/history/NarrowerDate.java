package org.parley.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Development;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;
import org.parley.party.PartyCode;
import org.parley.process.ProcessEvent.NegotiationOpened;
import org.parley.time.Edtf;

/**
 * Looks for the widest part of an imprecise date, from some day on, with which a development would be possible; where no
 * day serves, from some instant on. What comes before a day is folded once for all days; what comes after it, as far as it
 * is possible. The search ends when it has taken {@value #FOLDS_MAX} times as many steps as the whole history.
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
     * @param others what would hold besides the candidate, in valid-time order
     */
    NarrowerDate(SupposedHistory history, List<Occurrence> others, Occurrence candidate) {
        this.history = history;
        this.others = others;
        this.candidate = candidate;
        this.stepsMax = history.steps() + FOLDS_MAX * (others.size() + 1L);
    }

    Optional<Edtf> find(Desk desk) {
        Edtf given = candidate.development().occurred();
        if (given == null || given.start().equals(given.end())) {
            return Optional.empty();
        }
        return first(days(given), desk).or(() -> first(instants(given), desk));
    }

    /** The first with which it would be possible; they begin one after the other. */
    private Optional<Edtf> first(Stream<Edtf> narrower, Desk desk) {
        before = null;
        place = 0;
        List<PartyCode> voices = candidate.development().voices();
        return narrower.filter(date -> !desk.isFuture(date))
                .filter(date -> Decision.voices((Record) candidate.event(), desk, date.start())
                        .equals(voices))
                .takeWhile(date -> history.steps() < stepsMax)
                .filter(this::isPossible)
                .findFirst();
    }

    /** From the days on which something happened, and those after them: between them nothing changes. */
    private Stream<Edtf> days(Edtf given) {
        if (given.hasTime() || !given.isLongerThanADay()) {
            return Stream.empty();
        }
        LocalDate last = given.lastDay();
        return starts(given)
                .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC))
                .flatMap(day -> Stream.of(day, day.plusDays(1)))
                .filter(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC).isAfter(given.start()))
                .filter(day -> !day.isAfter(last))
                .distinct()
                .sorted()
                .map(day -> day.equals(last) ? Edtf.day(day) : Edtf.parse(day + "/" + last));
    }

    /** From the instants at which something happened, and the seconds after them. */
    private Stream<Edtf> instants(Edtf given) {
        OffsetDateTime last = lastSecond(given);
        return starts(given)
                .flatMap(start -> Stream.of(start, start.plusSeconds(1)))
                .filter(start -> start.isAfter(given.start()))
                .filter(start -> !start.isAfter(last.toInstant()))
                .distinct()
                .sorted()
                .map(start -> Edtf.between(start.atOffset(last.getOffset()), last));
    }

    private static OffsetDateTime lastSecond(Edtf given) {
        return given.hasTime()
                ? OffsetDateTime.parse(given.text().substring(given.text().indexOf('/') + 1))
                : given.end().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    private Stream<Instant> starts(Edtf given) {
        return others.stream()
                .map(Occurrence::start)
                .filter(start -> !start.isBefore(given.start()) && !start.isAfter(given.end()));
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
