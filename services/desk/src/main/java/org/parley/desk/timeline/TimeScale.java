package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.parley.desk.page.PageMessages;

/** Maps days to horizontal positions on a chart. */
record TimeScale(DateRange period, int left, int width) {
    private static final int TICKS_MAX = 12;

    /** A tick of the axis. */
    record Tick(double x, String label) {}

    /** The left edge of a day, clamped to the chart. */
    double x(LocalDate day) {
        double days = ChronoUnit.DAYS.between(period.first(), day);
        return round(left + width * Math.clamp(days / period.days(), 0.0, 1.0));
    }

    /** At most twelve ticks at regular intervals. */
    List<Tick> ticks(PageMessages words) {
        List<Tick> ticks = new ArrayList<>();
        long step = 1;
        for (long next : new long[] {1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652}) {
            step = next;
            if (period.days() / next <= TICKS_MAX) {
                break;
            }
        }
        step = Math.max(step, period.days() / TICKS_MAX / 365 * 365);
        boolean years = step >= 365;
        LocalDate day = years ? period.first().withDayOfYear(1).plusYears(1) : period.first();
        while (!day.isAfter(period.last())) {
            ticks.add(new Tick(
                    x(day),
                    years ? Integer.toString(day.getYear()) : step >= 30 ? words.month(day) : words.shortDay(day)));
            day = years ? day.plusYears(Math.max(1, step / 365)) : day.plusDays(step);
        }
        return ticks;
    }

    private static double round(double x) {
        return Math.round(x * 10) / 10.0;
    }
}
