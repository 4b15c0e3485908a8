package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range of days, both ends included, with the neighbouring ranges for paging and zooming. */
record DateRange(LocalDate first, LocalDate last) {
    private static final int DAYS_MIN = 7;
    private static final int SHOWN_WHOLE_DAYS_MAX = 40;

    /** The range of years that EDTF can express with four digits. */
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last day is before the first day");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Half as long with the same centre, but at least seven days. */
    public DateRange nearer() {
        long margin = Math.min(days() / 4, Math.max(0, (days() - DAYS_MIN) / 2));
        return new DateRange(first.plusDays(margin), last.minusDays(margin));
    }

    /** Twice as long with the same centre. */
    public DateRange farther() {
        long margin = Math.max(1, days() / 2);
        return new DateRange(within(first.minusDays(margin)), within(last.plusDays(margin)));
    }

    public DateRange earlier() {
        long step = Math.max(1, days() / 2);
        return new DateRange(within(first.minusDays(step)), within(last.minusDays(step)));
    }

    public DateRange later() {
        long step = Math.max(1, days() / 2);
        return new DateRange(within(first.plusDays(step)), within(last.plusDays(step)));
    }

    /** From the first to the last of these days; without any, the last seven days. */
    static DateRange of(List<LocalDate> days) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = days.stream().min(Comparator.naturalOrder()).orElse(today.minusDays(DAYS_MIN));
        LocalDate last = days.stream().max(Comparator.naturalOrder()).orElse(today);
        return new DateRange(first, last);
    }

    /** The default range: the newest half of these days, with a margin; all of them if that is short. */
    static DateRange recent(List<LocalDate> days) {
        DateRange whole = of(days);
        if (days.isEmpty() || whole.days() <= SHOWN_WHOLE_DAYS_MAX) {
            return whole;
        }
        List<LocalDate> sorted = days.stream().sorted().toList();
        LocalDate middle = sorted.get(sorted.size() / 2);
        return new DateRange(middle.minusDays(2), whole.last().plusDays(2));
    }

    private static LocalDate within(LocalDate day) {
        return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
    }

    /** The requested range, or a default if none is requested. */
    static DateRange between(@Nullable LocalDate from, @Nullable LocalDate to, DateRange otherwise, DateRange whole) {
        if (from == null && to == null) {
            return otherwise;
        }
        LocalDate first = from == null ? whole.first() : within(from);
        LocalDate last = to == null ? whole.last() : within(to);
        return last.isBefore(first) ? new DateRange(last, first) : new DateRange(first, last);
    }
}
