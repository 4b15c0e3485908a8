package org.parley.domain.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Occurrence;

/**
 * The interval of valid time that an entry affects. A development affects its start; an editorial event affects the
 * starts of its development before and after the event.
 *
 * @param firstPosition the position of the development that the entry records or refers to
 * @param from the earlier start; {@link Instant#MIN} for no date
 * @param to the later start
 * @param certainFrom the latest instant from which its development has certainly happened, see
 *     {@link Occurrence#certainFrom}; {@link Instant#MIN} for no date
 * @param editorial whether the entry is an editorial event
 */
public record AffectedInterval(long firstPosition, Instant from, Instant to, Instant certainFrom, boolean editorial) {

    /** The interval of a development. */
    public static AffectedInterval of(LedgerEntry development) {
        Instant start = development.development().start();
        return new AffectedInterval(development.position(), start, start, certainFrom(development), false);
    }

    /**
     * The interval of an editorial event.
     *
     * @param first the first recording of the development that it refers to
     * @param before the effective occurrence before the event; null if there was none
     * @param after the effective occurrence after the event; null if there is none
     */
    static AffectedInterval of(LedgerEntry first, @Nullable Occurrence before, @Nullable Occurrence after) {
        List<Occurrence> occurrences = Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .toList();
        List<Instant> starts = occurrences.stream()
                .map(occurrence -> occurrence.development().start())
                .sorted()
                .toList();
        Instant otherwise = first.development().start();
        return new AffectedInterval(
                first.position(),
                starts.isEmpty() ? otherwise : starts.getFirst(),
                starts.isEmpty() ? otherwise : starts.getLast(),
                occurrences.stream()
                        .map(Occurrence::certainFrom)
                        .max(Comparator.naturalOrder())
                        .orElse(certainFrom(first)),
                true);
    }

    private static Instant certainFrom(LedgerEntry development) {
        Instant end = development.development().end();
        return end.isBefore(development.recordedAt()) ? end : development.recordedAt();
    }

    /** The end of the interval in which the state as of an instant depends on this entry: it is certain, or has begun. */
    public Instant settledFrom() {
        return certainFrom.isAfter(to) ? certainFrom : to;
    }

    /** Whether this entry invalidates an earlier recorded snapshot with this start. */
    public boolean invalidates(Instant start) {
        int order = from.compareTo(start);
        return order < 0 || (order == 0 && editorial);
    }
}
