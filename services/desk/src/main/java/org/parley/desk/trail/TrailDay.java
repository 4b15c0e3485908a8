package org.parley.desk.trail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.parley.desk.client.TrailEntryView;

/**
 * The entries of a page that were recorded on one day, in the page's order.
 *
 * @param day the day in UTC
 */
record TrailDay(LocalDate day, List<TrailEntryView> entries) {

    /** The days of a page; consecutive entries of one day share theirs. */
    static List<TrailDay> of(List<TrailEntryView> page) {
        List<TrailDay> days = new ArrayList<>();
        for (TrailEntryView entry : page) {
            LocalDate day = entry.recordedAt().atOffset(ZoneOffset.UTC).toLocalDate();
            if (days.isEmpty() || !days.getLast().day().equals(day)) {
                days.add(new TrailDay(day, new ArrayList<>()));
            }
            days.getLast().entries().add(entry);
        }
        return days;
    }
}
