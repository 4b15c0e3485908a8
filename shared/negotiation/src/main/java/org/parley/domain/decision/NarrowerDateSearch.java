package org.parley.domain.decision;

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
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/**
 * Searches the widest part of an imprecise date with which a development would be possible: from some day on, or from
 * some instant on if no day works. The history before the day is folded once for all days, the history after it as far
 * as it is possible. The search ends after {@value #FOLDS_MAX} times as many steps as the history has.
 */
final class NarrowerDateSearch {
    private static final long FOLDS_MAX = 100;

    private final HypotheticalHistory history;
    private final List<Occurrence> others;
    private final Occurrence candidate;
    private final long stepsMax;
    private @Nullable MatterState before;
    private int index;

    /**
     * @param history the hypothetical history of the matter
     * @param others the other effective developments, in valid-time order
     */
    NarrowerDateSearch(HypotheticalHistory history, List<Occurrence> others, Occurrence candidate) {
        this.history = history;
        this.others = others;
        this.candidate = candidate;
        this.stepsMax = history.steps() + FOLDS_MAX * (others.size() + 1L);
    }

    Optional<Edtf> find(DecisionContext context) {
        Edtf given = candidate.development().occurred();
        if (given == null || given.start().equals(given.end())) {
            return Optional.empty();
        }
        return first(days(given), context).or(() -> first(instants(given), context));
    }

    /** The first date that works. The dates are in the order of their starts. */
    private Optional<Edtf> first(Stream<Edtf> narrower, DecisionContext context) {
        before = null;
        index = 0;
        List<PartyCode> voices = candidate.development().voices();
        return narrower.filter(date -> !context.isFuture(date))
                .filter(date -> CommandDecider.voices((Record) candidate.event(), context, date.start())
                        .equals(voices))
                .takeWhile(date -> history.steps() < stepsMax)
                .filter(this::isPossible)
                .findFirst();
    }

    /**
     * The parts of the date that start on or after a day with another development. Between these days nothing changes.
     */
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

    /** The parts of the date that start at an instant of another development or a second later. */
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
        return foldUpTo(moved) && isPossibleHere(moved);
    }

    /** Developments without a date move with the opening, so the whole history is folded. */
    private boolean isPossibleAsOpening(Occurrence moved) {
        List<Occurrence> together = new ArrayList<>(others);
        together.add(moved);
        return history.replay(RecordedHistory.inValidTimeOrder(together)).isPossible();
    }

    /** Folds up to the place of a development. Returns whether the history before it is possible. */
    private boolean foldUpTo(Occurrence moved) {
        int found = Collections.binarySearch(others, moved, Occurrence.VALID_TIME_ORDER);
        int end = found < 0 ? -found - 1 : found;
        while (index < end) {
            Optional<MatterState> after = history.apply(before, others.get(index));
            if (after.isEmpty()) {
                return false;
            }
            before = after.get();
            index++;
        }
        return true;
    }

    private boolean isPossibleHere(Occurrence moved) {
        Optional<MatterState> after = history.apply(before, moved);
        int next = index;
        while (after.isPresent() && next < others.size() && history.steps() < stepsMax) {
            after = history.apply(after.get(), others.get(next));
            next++;
        }
        return after.isPresent() && next == others.size();
    }
}
