package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.desk.page.PageMessages;

/** Maps days to places on a chart, in per cent of its width, so that texts keep their size at any width. */
record TimeAxis(DateRange shown) {
    private static final int TICKS_MAX = 8;
    private static final int[] STEPS_IN_DAYS = {1, 2, 7, 14};
    private static final int[] STEPS_IN_MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};
    private static final int DAYS_OF_MONTH = 30;
    private static final int MONTHS_OF_YEAR = 12;

    /**
     * A tick of the axis.
     *
     * @param x its place, such as {@code 11.48%}
     * @param year whether a year begins there, or the axis
     */
    record Tick(String x, String label, boolean year) {}

    /** The part of the width before a day, from 0 to 100; days outside the range stand at its ends. */
    double part(LocalDate day) {
        double days = ChronoUnit.DAYS.between(shown.first(), day);
        return Math.clamp(100 * days / shown.days(), 0.0, 100.0);
    }

    /** The left edge of a day. */
    String x(LocalDate day) {
        return percent(part(day));
    }

    /** From the left edge of one day to that of another. */
    String width(LocalDate from, LocalDate to) {
        return percent(Math.max(0, part(to) - part(from)));
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", part);
    }

    /** At most eight ticks, at the beginnings of days, months or years. */
    List<Tick> ticks(PageMessages words) {
        List<Tick> ticks = new ArrayList<>();
        for (int days : STEPS_IN_DAYS) {
            if (shown.days() / days <= TICKS_MAX) {
                for (LocalDate day = shown.first(); shown.contains(day); day = day.plusDays(days)) {
                    ticks.add(new Tick(x(day), words.shortDay(day), ticks.isEmpty()));
                }
                return ticks;
            }
        }
        int step = 1;
        for (int months : STEPS_IN_MONTHS) {
            step = months;
            if (shown.days() / ((long) months * DAYS_OF_MONTH) <= TICKS_MAX) {
                break;
            }
        }
        long most = shown.days() / ((long) TICKS_MAX * DAYS_OF_MONTH);
        step = step < most ? (int) (most / MONTHS_OF_YEAR + 1) * MONTHS_OF_YEAR : step;
        LocalDate first = shown.first().withDayOfMonth(1);
        int offset = (first.getMonthValue() - 1) % Math.min(step, MONTHS_OF_YEAR);
        for (LocalDate day = first.minusMonths(offset); !day.isAfter(shown.last()); day = day.plusMonths(step)) {
            if (!day.isBefore(shown.first())) {
                boolean year = day.getMonthValue() == 1;
                ticks.add(new Tick(x(day), label(day, step, words), year));
            }
        }
        return ticks;
    }

    private static String label(LocalDate day, int months, PageMessages words) {
        return months >= MONTHS_OF_YEAR ? Integer.toString(day.getYear()) : words.month(day);
    }
}
