package org.parley.desk.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.MatterHistory;
import org.parley.desk.client.MatterHistory.HistoryEntry;
import org.parley.desk.page.StatusScale;
import org.parley.domain.time.Edtf;

/**
 * The statuses of a matter over time, as a strip from its first development to the day shown.
 *
 * @param first the day at the left edge
 * @param last the day at the right edge
 */
record MatterTimeline(LocalDate first, LocalDate last, List<Band> bands, List<Mark> marks) {
    /** The marks keep inside the strip, in per cent of its width. */
    private static final double EDGE = 1.5;

    private static final double WHOLE = 100 - 2 * EDGE;

    /**
     * A status for as long as it lasted.
     *
     * @param x the left edge in per cent
     * @param width in per cent
     * @param family the family of its colour; null for a status without one
     */
    record Band(
            double x, double width, String status, @Nullable String family) {}

    /**
     * A development.
     *
     * @param x in per cent
     * @param icon the name of its icon
     * @param isVague whether its date is not a day
     */
    record Mark(
            double x,
            HistoryEntry entry,
            String icon,
            @Nullable String family,
            boolean isVague) {}

    /**
     * The strip; null if fewer than two developments have a date.
     *
     * @param shown the day that the page shows
     */
    static @Nullable MatterTimeline of(MatterHistory matter, LocalDate shown) {
        List<HistoryEntry> dated = matter.history().stream()
                .filter(entry -> entry.occurred() != null && !entry.disregarded())
                .toList();
        if (dated.size() < 2) {
            return null;
        }
        LocalDate first = day(dated.getFirst());
        LocalDate end = dated.stream()
                .map(MatterTimeline::day)
                .max(LocalDate::compareTo)
                .orElse(shown);
        LocalDate last = matter.next() != null || end.isAfter(shown) ? end : shown;
        List<Band> bands = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        double length = Math.max(1, ChronoUnit.DAYS.between(first, last));
        for (int i = 0; i < dated.size(); i++) {
            HistoryEntry entry = dated.get(i);
            double x = x(first, day(entry), length);
            double until = i + 1 < dated.size() ? x(first, day(dated.get(i + 1)), length) : EDGE + WHOLE;
            StatusScale status = StatusScale.of(entry.status());
            if (until > x && entry.status() != null) {
                bands.add(new Band(x, rounded(until - x), entry.status(), status == null ? null : status.family()));
            }
            StatusScale event = StatusScale.ofEvent(entry.type());
            marks.add(new Mark(
                    x,
                    entry,
                    event == null ? "rows" : event.icon(),
                    event == null ? null : event.family(),
                    isVague(entry)));
        }
        return new MatterTimeline(first, last, joined(bands), marks);
    }

    /** Joins neighbours of the same status. */
    private static List<Band> joined(List<Band> bands) {
        List<Band> joined = new ArrayList<>();
        for (Band band : bands) {
            Band before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.status().equals(band.status())) {
                joined.set(
                        joined.size() - 1,
                        new Band(
                                before.x(),
                                rounded(band.x() + band.width() - before.x()),
                                band.status(),
                                band.family()));
            } else {
                joined.add(band);
            }
        }
        return joined;
    }

    private static LocalDate day(HistoryEntry entry) {
        return Edtf.parse(Objects.requireNonNull(entry.occurred())).firstDay();
    }

    private static boolean isVague(HistoryEntry entry) {
        return Edtf.parse(Objects.requireNonNull(entry.occurred())).isLongerThanADay();
    }

    private static double x(LocalDate first, LocalDate day, double length) {
        return rounded(EDGE + WHOLE * ChronoUnit.DAYS.between(first, day) / length);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
