package org.parley.domain.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value over valid time, such as the name of a party: each value applies from its start until the next one starts.
 *
 * @param <T> the values
 */
public final class Timeline<T> {
    private final List<Instant> starts = new ArrayList<>();
    private final List<T> values = new ArrayList<>();
    private final @Nullable T before;

    private Timeline(@Nullable T before) {
        this.before = before;
    }

    /**
     * A value with its start.
     *
     * @param recordedAt decides between values with the same start: the one recorded later applies
     * @param position decides between values that were recorded at the same instant, in older trails
     * @param start null if it has no date and applies from before everything
     */
    public record Given<T>(
            Instant recordedAt, long position, @Nullable Instant start, T value) {
        /** A value of which only the position tells when it was recorded. */
        public Given(long position, @Nullable Instant start, T value) {
            this(Instant.MIN, position, start, value);
        }
    }

    /** A timeline without values. */
    public static <T> Timeline<T> empty() {
        return new Timeline<>(null);
    }

    /**
     * The timeline of these values, which may be in any order.
     *
     * @param beginning the start of values without a date among the others; the last of these values applies before it
     *     too
     */
    public static <T> Timeline<T> of(Collection<Given<T>> given, Instant beginning) {
        List<Given<T>> ordered = given.stream()
                .sorted(Comparator.comparing((Given<T> each) -> placed(each, beginning))
                        .thenComparing(Given::recordedAt)
                        .thenComparingLong(Given::position))
                .toList();
        T before = ordered.isEmpty() ? null : ordered.getFirst().value();
        for (Given<T> each : ordered) {
            before = each.start() == null ? each.value() : before;
        }
        Timeline<T> timeline = new Timeline<>(before);
        ordered.forEach(each -> {
            timeline.starts.add(placed(each, beginning));
            timeline.values.add(each.value());
        });
        return timeline;
    }

    private static Instant placed(Given<?> given, Instant beginning) {
        return given.start() == null ? beginning : given.start();
    }

    /** The value at an instant: the last one that had started, or else the first one; empty if there are none. */
    public Optional<T> at(Instant instant) {
        int from = 0;
        int to = starts.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (starts.get(middle).isAfter(instant)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from == 0 ? Optional.ofNullable(before) : Optional.of(values.get(from - 1));
    }

    /** The timeline of a value that always applies. */
    public static <T> Timeline<T> always(T value) {
        return of(List.of(new Given<>(0, null, value)), Instant.MIN);
    }

    /** The value that applied until an instant; empty if that is before everything. */
    public Optional<T> until(Instant instant) {
        return instant.equals(Instant.MIN) ? Optional.empty() : at(instant.minusNanos(1));
    }

    /** All values that apply at some time. */
    public List<T> values() {
        return List.copyOf(values);
    }

    /** The instants at which another value starts, in order. */
    public List<Instant> starts() {
        return List.copyOf(starts);
    }
}
