package org.parley.desk.overview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.PageMessages;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;

/**
 * The last entries in the order of the world, each once: those of today, or of the last day on which something happened;
 * those of the days before; and those recorded since a reader last looked.
 *
 * @param day the day (UTC) of the first part; null without entries
 * @param isToday whether that day is today, and something certainly happened on it
 * @param ofDay the entries of that day
 * @param isWeek whether {@code before} has all of the seven days up to today; otherwise it has the last days before
 * @param before the entries of the days before
 * @param unseen the entries recorded since the reader last looked that are in neither
 */
record RecentEntries(
        @Nullable LocalDate day,
        boolean isToday,
        List<RecentEntry> ofDay,
        boolean isWeek,
        List<RecentEntry> before,
        List<RecentEntry> unseen) {
    private static final int DAY_MAX = 6;
    private static final int BEFORE_MAX = 5;
    private static final int UNSEEN_MAX = 8;
    private static final int WEEK = 7;

    /**
     * An entry and its lateness.
     *
     * @param lateDays the days from its date to its recording; 0 if it was not recorded late
     * @param isSpan whether its date is longer than a day, so that its place in the list is only the first possible one
     */
    record RecentEntry(TrailEntryView entry, int lateDays, boolean isSpan) {}

    /**
     * Sorts entries into the three parts.
     *
     * @param today the day (UTC) that the page speaks of
     * @param world the last developments
     * @param corrections their corrections, by id
     * @param since what was recorded since the reader last looked
     */
    static RecentEntries of(
            LocalDate today,
            List<TrailEntryView> world,
            Map<String, TrailEntryView> corrections,
            List<TrailEntryView> since) {
        List<Placed> placed = world.stream()
                .map(entry -> Placed.of(entry, corrections))
                .filter(each -> !each.day().isAfter(today))
                .sorted(Placed.ORDER)
                .toList();
        LocalDate last = placed.isEmpty() ? null : placed.getFirst().day();
        List<RecentEntry> ofDay = new ArrayList<>();
        List<RecentEntry> before = new ArrayList<>();
        boolean isWeek = last != null && !last.isBefore(today.minusDays(WEEK));
        for (Placed each : placed) {
            if (each.day().equals(last) && ofDay.size() < DAY_MAX) {
                ofDay.add(each.recent());
            } else if (before.size() < BEFORE_MAX && (!isWeek || each.day().isAfter(today.minusDays(WEEK)))) {
                before.add(each.recent());
            }
        }
        Set<Long> shown = new HashSet<>();
        ofDay.forEach(each -> shown.add(each.entry().position()));
        before.forEach(each -> shown.add(each.entry().position()));
        List<RecentEntry> unseen = since.stream()
                .filter(entry -> !shown.contains(entry.position()))
                .map(entry -> Placed.of(entry, corrections))
                .sorted(Placed.ORDER)
                .limit(UNSEEN_MAX)
                .map(Placed::recent)
                .toList();
        boolean isToday = today.equals(last) && !ofDay.stream().allMatch(RecentEntry::isSpan);
        return new RecentEntries(last, isToday, ofDay, isWeek, before, unseen);
    }

    /** Whether the day is only the first one on which its entries may have happened. */
    public boolean isDaySpan() {
        return !ofDay.isEmpty() && ofDay.stream().allMatch(RecentEntry::isSpan);
    }

    /** An entry with its day in the world; without a date it counts from the day of its recording. */
    private record Placed(TrailEntryView entry, @Nullable Edtf date) {
        static final Comparator<Placed> ORDER = Comparator.comparing(Placed::day)
                .reversed()
                .thenComparing(each -> each.entry().position(), Comparator.reverseOrder());

        static Placed of(TrailEntryView entry, Map<String, TrailEntryView> corrections) {
            TrailEntryView correction = entry.correctedBy() == null ? null : corrections.get(entry.correctedBy());
            String corrected = correction == null || correction.data() == null
                    ? null
                    : correction.data().at("/replacement/occurred").asString(null);
            return new Placed(entry, date(corrected == null ? entry.occurred() : corrected));
        }

        private static @Nullable Edtf date(@Nullable String edtf) {
            try {
                return edtf == null ? null : Edtf.parse(edtf);
            } catch (InvalidDateException e) {
                return null;
            }
        }

        LocalDate day() {
            return date == null ? recorded() : date.firstDay();
        }

        private boolean isSpan() {
            return date != null && !date.firstDay().equals(date.lastDay());
        }

        private LocalDate recorded() {
            return LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
        }

        RecentEntry recent() {
            long days =
                    date == null || entry.isEditorial() ? 0 : ChronoUnit.DAYS.between(date.end(), entry.recordedAt());
            return new RecentEntry(entry, days < PageMessages.LATE_FROM_DAYS ? 0 : Math.toIntExact(days), isSpan());
        }
    }
}
