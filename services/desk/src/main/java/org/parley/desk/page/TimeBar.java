package org.parley.desk.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.desk.api.Calendar;
import org.parley.desk.api.Moment;

/**
 * The time machine's controls: on each axis the days on which something happened, as marks that lead there.
 *
 * @param world the days of the world's axis
 * @param desk the days of the desk's axis
 */
public record TimeBar(Axis world, Axis desk) {
    /** How many days an axis shows, the last ones: a slider of more cannot be aimed at. */
    static final int DAYS_MAX = 400;

    private static final int HEIGHT = 24;

    /**
     * An axis.
     *
     * @param marks its days in order
     * @param selected the index of the day looked at; the last one if it is now
     * @param before the day before the one looked at, to step back; null at the beginning
     * @param after the day after it; null at the end
     * @param omitted how many earlier days are left out
     */
    public record Axis(
            List<Mark> marks,
            int selected,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            int omitted) {}

    /**
     * A day with something on it.
     *
     * @param height of its bar, from 1 to 24
     */
    public record Mark(LocalDate day, long count, int height, boolean selected) {}

    static TimeBar of(Calendar calendar, Moment moment) {
        return new TimeBar(axis(calendar.world(), moment.asOf()), axis(calendar.desk(), moment.knownAt()));
    }

    private static Axis axis(List<Calendar.Day> all, @Nullable String at) {
        List<Calendar.Day> days = all.subList(Math.max(0, all.size() - DAYS_MAX), all.size());
        int selected = selected(days, at);
        long most = days.stream().mapToLong(Calendar.Day::count).max().orElse(1);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Calendar.Day day = days.get(i);
            // The root, so that one busy day does not flatten all others.
            int height = (int) Math.max(3, Math.round(HEIGHT * Math.sqrt((double) day.count() / most)));
            marks.add(new Mark(day.day(), day.count(), height, at != null && i == selected));
        }
        LocalDate before = selected > 0 ? days.get(selected - 1).day() : null;
        LocalDate after = at != null && selected + 1 < days.size()
                ? days.get(selected + 1).day()
                : null;
        return new Axis(marks, selected, before, after, all.size() - days.size());
    }

    /** The last day that is not after the one looked at. */
    private static int selected(List<Calendar.Day> days, @Nullable String at) {
        if (at == null) {
            return days.size() - 1;
        }
        int selected = -1;
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).day().toString().compareTo(at) <= 0) {
                selected = i;
            }
        }
        return selected;
    }
}
