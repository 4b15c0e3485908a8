package org.parley.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Occurrence;

/**
 * Where in the world an entry makes a difference: at the beginning of its development; an editorial event at that of the
 * development it speaks of, before and after.
 *
 * @param firstPosition the position of the development that it is, or finally speaks of
 * @param low the earlier beginning; {@link Instant#MIN} is before everything
 * @param high the later one
 * @param editorial whether it changes what is believed, rather than tells of something more
 */
public record Reach(long firstPosition, Instant low, Instant high, boolean editorial) {

    /** The reach of a development that is not editorial. */
    public static Reach of(Entry development) {
        Instant start = development.development().start();
        return new Reach(development.position(), start, start, false);
    }

    /**
     * The reach of an editorial event.
     *
     * @param first the first recording of the development that it finally speaks of
     * @param before what held of that before it; null when it did not
     * @param after what holds of it since; null when it does not
     */
    static Reach of(Entry first, @Nullable Occurrence before, @Nullable Occurrence after) {
        List<Instant> starts = Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .map(occurrence -> occurrence.development().start())
                .sorted()
                .toList();
        Instant otherwise = first.development().start();
        return new Reach(
                first.position(),
                starts.isEmpty() ? otherwise : starts.getFirst(),
                starts.isEmpty() ? otherwise : starts.getLast(),
                true);
    }

    /** Whether a milestone recorded before, with this start, is not what was known since this entry. */
    public boolean disturbs(Instant start) {
        int order = low.compareTo(start);
        return order < 0 || (order == 0 && editorial);
    }
}
