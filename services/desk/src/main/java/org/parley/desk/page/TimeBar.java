package org.parley.desk.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.state.QueryInstant;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.TrailCalendar;

/**
 * The controls that choose the bitemporal point: for each axis the days with developments, as marks that link to the
 * day.
 *
 * @param world the axis of valid time
 * @param desk the axis of transaction time
 * @param histogram the developments by the day on which they occurred
 */
public record TimeBar(Axis world, Axis desk, DayHistogram histogram) {
    /** An axis shows at most the last 400 days, because a slider with more steps is not usable. */
    static final int DAYS_MAX = 400;

    /** The height of the highest bar, in steps, for each of which the style sheet has a class. */
    private static final int HEIGHT = 8;

    /**
     * An axis.
     *
     * @param marks the days in order
     * @param selected the index of the day shown; the last one if the page shows now
     * @param before the day before the one shown; null at the first
     * @param after the day after the one shown; null at the last
     * @param omitted the number of earlier days that are not shown
     */
    public record Axis(
            List<Mark> marks,
            int selected,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            int omitted) {}

    /**
     * A day with developments.
     *
     * @param height the height of its bar in steps, from 1 to 8
     */
    public record Mark(LocalDate day, long count, int height, boolean selected) {}

    static TimeBar of(TrailCalendar calendar, BitemporalPoint moment) {
        return new TimeBar(
                axis(calendar.world(), moment.asOf()),
                axis(calendar.desk(), moment.knownAt()),
                DayHistogram.of(calendar.world(), moment.asOf()));
    }

    private static Axis axis(List<TrailCalendar.Day> all, @Nullable String at) {
        List<TrailCalendar.Day> days = all.subList(Math.max(0, all.size() - DAYS_MAX), all.size());
        int selected = selected(days, at);
        long maximum = days.stream().mapToLong(TrailCalendar.Day::count).max().orElse(1);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            TrailCalendar.Day day = days.get(i);
            // The square root, so that one busy day does not flatten all others.
            int height = (int) Math.max(1, Math.round(HEIGHT * Math.sqrt((double) day.count() / maximum)));
            marks.add(new Mark(day.day(), day.count(), height, at != null && i == selected));
        }
        LocalDate before = selected > 0 ? days.get(selected - 1).day() : null;
        LocalDate after = at != null && selected + 1 < days.size()
                ? days.get(selected + 1).day()
                : null;
        return new Axis(marks, selected, before, after, all.size() - days.size());
    }

    /** The index of the last day that is not after the one shown; -1 if there is none. */
    private static int selected(List<TrailCalendar.Day> days, @Nullable String at) {
        if (at == null) {
            return days.size() - 1;
        }
        LocalDate shown = LocalDate.ofInstant(QueryInstant.parse(at), ZoneOffset.UTC);
        int selected = -1;
        for (int i = 0; i < days.size(); i++) {
            if (!days.get(i).day().isAfter(shown)) {
                selected = i;
            }
        }
        return selected;
    }
}
