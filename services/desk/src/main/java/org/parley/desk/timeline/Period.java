package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included; the addresses of what lies before, after, nearer and farther. */
record Period(LocalDate first, LocalDate last) {
    private static final int SHORTEST = 7;
    private static final int RECENT = 40;

    /** What a chart can be drawn of: as far as EDTF's four digits for a year reach. */
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period does not end before it begins");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public boolean touches(Happening happening) {
        return !happening.last().isBefore(first) && !happening.first().isAfter(last);
    }

    /** Half as long around the middle. */
    public Period nearer() {
        long margin = Math.min(days() / 4, Math.max(0, (days() - SHORTEST) / 2));
        return new Period(first.plusDays(margin), last.minusDays(margin));
    }

    /** Twice as long around the middle. */
    public Period farther() {
        long margin = Math.max(1, days() / 2);
        return new Period(within(first.minusDays(margin)), within(last.plusDays(margin)));
    }

    public Period earlier() {
        long step = Math.max(1, days() / 2);
        return new Period(within(first.minusDays(step)), within(last.minusDays(step)));
    }

    public Period later() {
        long step = Math.max(1, days() / 2);
        return new Period(within(first.plusDays(step)), within(last.plusDays(step)));
    }

    /** From the first to the last development. */
    static Period of(List<Happening> all) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = all.stream()
                .map(Happening::first)
                .min(Comparator.naturalOrder())
                .orElse(today.minusDays(SHORTEST));
        LocalDate last = all.stream()
                .map(Happening::first)
                .max(Comparator.naturalOrder())
                .orElse(today);
        return new Period(first, last.isBefore(first) ? first : last);
    }

    /** The last busy stretch: as many days as hold the newest half of all developments, with a margin. */
    static Period recent(List<Happening> all) {
        Period whole = of(all);
        if (all.isEmpty() || whole.days() <= RECENT) {
            return whole;
        }
        List<LocalDate> days = all.stream().map(Happening::first).sorted().toList();
        LocalDate middle = days.get(days.size() / 2);
        return new Period(middle.minusDays(2), whole.last().plusDays(2));
    }

    private static LocalDate within(LocalDate day) {
        return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
    }

    /** As asked for; where nothing sensible is asked for, otherwise. */
    static Period between(@Nullable LocalDate from, @Nullable LocalDate to, Period otherwise, Period whole) {
        if (from == null && to == null) {
            return otherwise;
        }
        LocalDate first = from == null ? whole.first() : within(from);
        LocalDate last = to == null ? whole.last() : within(to);
        return last.isBefore(first) ? new Period(last, first) : new Period(first, last);
    }
}
