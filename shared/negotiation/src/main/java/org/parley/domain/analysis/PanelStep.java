package org.parley.domain.analysis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The length of the steps of a panel. Steps follow the calendar in UTC; a week ends on a Sunday (ISO 8601). */
public enum PanelStep {
    DAY,
    WEEK,
    MONTH;

    /** The last day of the step that a day belongs to. */
    public LocalDate lastDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** The number of steps from one day to another, both included; part of a step counts as one. */
    public long count(LocalDate from, LocalDate to) {
        LocalDate first = lastDay(from);
        LocalDate last = lastDay(to);
        return 1
                + switch (this) {
                    case DAY -> ChronoUnit.DAYS.between(first, last);
                    case WEEK -> ChronoUnit.WEEKS.between(first, last);
                    case MONTH -> ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1));
                };
    }
}
