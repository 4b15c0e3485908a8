package org.parley.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.time.Edtf;

/**
 * The advice for a development that is impossible only because others with the same start were recorded before it. It
 * names those that have to start later, so that the development comes before them.
 *
 * @param candidate the refused development
 * @param later the developments that have to start later, in the order that they must keep; at least one
 * @param isDated whether the refused command gives the development its date, so that it may give another one
 */
record RecordingOrderAdvice(Occurrence candidate, List<Occurrence> later, boolean isDated) {
    /** More corrections than this would not help an editor. It also limits the cost of the search. */
    static final int LATER_MAX = 10;

    /**
     * Searches the nearest earlier place with the same start at which a development is possible. Folds the history
     * before these places once, and the history after each of at most {@value #LATER_MAX} places.
     *
     * @param others the other effective developments, in valid-time order
     * @param index the place of the candidate among the others
     * @return empty if there is no such place, or if a development in between cannot start later
     */
    static Optional<RecordingOrderAdvice> find(
            HypotheticalHistory history, List<Occurrence> others, Occurrence candidate, int index, boolean isDated) {
        if (!canBeDated(candidate)) {
            return Optional.empty();
        }
        int end = index;
        while (end < others.size() && startsWith(others.get(end), candidate)) {
            end++;
        }
        if (!others.subList(index, end).stream().allMatch(each -> canStartLater(history, each))) {
            return Optional.empty();
        }
        int first = index;
        while (first > 0
                && end - first < LATER_MAX
                && startsWith(others.get(first - 1), candidate)
                && canStartLater(history, others.get(first - 1))) {
            first--;
        }
        List<MatterState> before = new ArrayList<>();
        if (first == index || !foldUpTo(index, first, history, others, before)) {
            return Optional.empty();
        }
        for (int place = index - 1; place >= first; place--) {
            MatterState state = place == 0 ? null : before.get(before.size() - (index - place));
            if (isPossible(history, state, candidate, others.subList(place, others.size()))) {
                return Optional.of(
                        new RecordingOrderAdvice(candidate, List.copyOf(others.subList(place, end)), isDated));
            }
        }
        return Optional.empty();
    }

    /** Keeps the states before the places from the first on. Returns whether the history before them is possible. */
    private static boolean foldUpTo(
            int index, int first, HypotheticalHistory history, List<Occurrence> others, List<MatterState> before) {
        MatterState state = null;
        for (int i = 0; i < index - 1; i++) {
            Optional<MatterState> after = history.apply(state, others.get(i));
            if (after.isEmpty()) {
                return false;
            }
            state = after.get();
            if (i + 1 >= first) {
                before.add(state);
            }
        }
        return true;
    }

    private static boolean isPossible(
            HypotheticalHistory history,
            @Nullable MatterState before,
            Occurrence candidate,
            List<Occurrence> following) {
        Optional<MatterState> after = history.apply(before, candidate);
        for (int i = 0; after.isPresent() && i < following.size(); i++) {
            after = history.apply(after.get(), following.get(i));
        }
        return after.isPresent();
    }

    private static boolean startsWith(Occurrence other, Occurrence candidate) {
        return other.start().equals(candidate.start());
    }

    /** The opening of a negotiation gives undated developments their start, so its date is not only its place. */
    private static boolean canBeDated(Occurrence occurrence) {
        return occurrence.development().occurred() != null && !(occurrence.event() instanceof NegotiationOpened);
    }

    /** A correction of a development that is tolerated although it is impossible would be refused. */
    private static boolean canStartLater(HypotheticalHistory history, Occurrence other) {
        return canBeDated(other) && !history.isTolerated(other);
    }

    /** The advice in sentences, with a space before them. */
    String text(Language language) {
        String ids = language.list(
                later.stream().map(each -> each.developmentId().toString()).toList());
        return isOfOneDay() ? ofOneDay(ids, language) : ofOneInstant(ids, language);
    }

    /** Whether all are dated with a day, so that a time makes them more exact. */
    private boolean isOfOneDay() {
        return Stream.concat(Stream.of(candidate), later.stream())
                .map(each -> each.development().occurred())
                .allMatch(occurred -> occurred != null && isDay(occurred));
    }

    private static boolean isDay(Edtf occurred) {
        return !occurred.hasTime() && !occurred.isLongerThanADay();
    }

    private String ofOneDay(String ids, Language language) {
        boolean isOne = later.size() == 1;
        return switch (language) {
            case ENGLISH ->
                " Only the order of recording is in the way: this and " + (isOne ? "development " : "developments ")
                        + ids + " are dated the same day, and entries of one date count in the order in which they"
                        + " were recorded. Times make it possible: correct "
                        + (isOne
                                ? "the date of development " + ids + " to a time of that day"
                                : "the dates of those to times of that day, in that order, beginning with the last")
                        + (isDated ? ", and give this one an earlier time." : ".");
            case SPANISH ->
                " Solo lo impide el orden de registro: esto y "
                        + (isOne ? "la entrada " : "las entradas ") + ids + " llevan la fecha del mismo día, y las"
                        + " entradas de una misma fecha cuentan en el orden en que se registraron. Con horas es"
                        + " posible: corrija "
                        + (isOne
                                ? "la fecha de la entrada " + ids + " para darle una hora de ese día"
                                : "las fechas de esas entradas para darles horas de ese día, en ese orden, empezando"
                                        + " por la última")
                        + (isDated ? " y dé a esto una hora anterior." : ".");
        };
    }

    private String ofOneInstant(String ids, Language language) {
        boolean isOne = later.size() == 1;
        return switch (language) {
            case ENGLISH ->
                " Only the order of recording is in the way: the dates of this and of "
                        + (isOne ? "development " : "developments ") + ids
                        + " start at the same instant, and such entries count in the order in which they were"
                        + " recorded. It is possible if "
                        + (isOne
                                ? "the date of development " + ids + " is corrected to one that starts later."
                                : "the dates of those are corrected to later ones, in that order, beginning with the"
                                        + " last.");
            case SPANISH ->
                " Solo lo impide el orden de registro: las fechas de esto y de "
                        + (isOne ? "la entrada " : "las entradas ") + ids
                        + " empiezan en el mismo instante, y esas entradas cuentan en el orden en que se registraron."
                        + " Es posible si "
                        + (isOne
                                ? "la fecha de la entrada " + ids + " se corrige por una que empiece después."
                                : "las fechas de esas entradas se corrigen por otras posteriores, en ese orden,"
                                        + " empezando por la última.");
        };
    }
}
