package org.parley.desk.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.TrailCalendar;

/**
 * The developments by day as bars, one link for each month. Places on the axis are per cent of its width, heights are
 * pixels.
 *
 * @param months the last months with developments, without a gap
 * @param hand where the day shown is
 */
public record DayHistogram(List<Month> months, String hand) {
    /** Where the bars stand. */
    private static final double BASE = 33;

    private static final int HEIGHT_MAX = 31;
    private static final int HEIGHT_MIN = 6;
    private static final int MONTHS_MAX = 24;
    private static final int LABELS_MAX = 9;
    private static final int MONTHS_OF_YEAR = 12;

    /**
     * A month.
     *
     * @param end its last day, to which its link leads
     * @param count its number of developments
     * @param labelled whether its name fits under the axis
     * @param withYear whether it is the first one or a January
     */
    public record Month(
            YearMonth month,
            LocalDate end,
            long count,
            String x,
            String width,
            boolean labelled,
            boolean withYear,
            List<Bar> bars) {}

    /** A day's bar. */
    public record Bar(String x, long y, long height) {}

    static DayHistogram of(List<TrailCalendar.Day> days, @Nullable String asOf) {
        if (days.isEmpty()) {
            return new DayHistogram(List.of(), percent(0));
        }
        YearMonth last = YearMonth.from(days.get(days.size() - 1).day());
        YearMonth earliest = YearMonth.from(days.get(0).day());
        YearMonth first = last.minusMonths(MONTHS_MAX - 1L);
        if (first.isBefore(earliest)) {
            first = earliest;
        }
        LocalDate start = first.atDay(1);
        LocalDate until = last.plusMonths(1).atDay(1);
        double length = ChronoUnit.DAYS.between(start, until);
        long maximum = days.stream().mapToLong(TrailCalendar.Day::count).max().orElse(1);
        int every = Math.toIntExact((ChronoUnit.MONTHS.between(first, last) + LABELS_MAX) / LABELS_MAX);
        List<Month> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            List<Bar> bars = new ArrayList<>();
            long count = 0;
            for (TrailCalendar.Day day : days) {
                if (YearMonth.from(day.day()).equals(month)) {
                    count += day.count();
                    // The square root, so that one busy day does not flatten all others.
                    long height =
                            Math.max(HEIGHT_MIN, Math.round(HEIGHT_MAX * Math.sqrt((double) day.count() / maximum)));
                    bars.add(new Bar(place(start, day.day(), length), (long) BASE - height, height));
                }
            }
            boolean labelled = (month.getMonthValue() - 1) % every == 0 || month.equals(first);
            months.add(new Month(
                    month,
                    month.atEndOfMonth(),
                    count,
                    place(start, month.atDay(1), length),
                    percent(month.lengthOfMonth() / length),
                    labelled && !isCrowded(first, month, every),
                    month.equals(first) || month.getMonthValue() % MONTHS_OF_YEAR == 1,
                    bars));
        }
        return new DayHistogram(months, hand(asOf, start, until, length));
    }

    /** The first month has a long label, so that one right behind it has no place. */
    private static boolean isCrowded(YearMonth first, YearMonth month, int every) {
        long after = ChronoUnit.MONTHS.between(first, month);
        return after > 0 && after < Math.min(every, 2);
    }

    private static String hand(@Nullable String asOf, LocalDate start, LocalDate until, double length) {
        LocalDate shown = asOf == null ? until : dayOf(asOf, until);
        if (shown.isBefore(start)) {
            return percent(0);
        }
        return shown.isBefore(until) ? place(start, shown, length) : percent(1);
    }

    /** The day with which a date begins: a year, a month, a day or an instant; the end if it is none of these. */
    private static LocalDate dayOf(String date, LocalDate end) {
        String digits = date.length() > 10 ? date.substring(0, 10) : date;
        try {
            return LocalDate.parse(
                    digits.length() == 4 ? digits + "-01-01" : digits.length() == 7 ? digits + "-01" : digits);
        } catch (java.time.DateTimeException e) {
            return end; // the archive refuses it or reads it otherwise
        }
    }

    private static String place(LocalDate start, LocalDate day, double length) {
        return percent(ChronoUnit.DAYS.between(start, day) / length);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
