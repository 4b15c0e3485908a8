package org.parley.desk.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.PageLinks;
import org.parley.domain.time.Edtf;

/**
 * A link to an entry with both times, so that it says the same for ever.
 *
 * @param label the key of its message
 * @param path the address without parameters
 */
record EntryPermalink(String label, String href, String path, BitemporalPoint moment) {

    /**
     * The links to an entry: as the page shows it, and as it read before its correction.
     *
     * @param correction the correction that counts; null without one
     */
    static List<EntryPermalink> of(
            TrailEntryView entry, @Nullable TrailEntryView correction, PageLinks here, Instant now) {
        BitemporalPoint moment = here.moment();
        List<EntryPermalink> links = new ArrayList<>();
        String asOf = moment.asOf() == null ? day(entry, now) : moment.asOf();
        String knownAt = moment.knownAt() == null ? known(entry, now).toString() : moment.knownAt();
        links.add(link(
                moment.isPast() ? "entry.link.then" : "entry.link.now",
                entry,
                here,
                new BitemporalPoint(asOf, knownAt)));
        if (correction != null) {
            Instant before = correction.recordedAt().minus(1, ChronoUnit.MICROS);
            links.add(
                    link("entry.link.before", entry, here, new BitemporalPoint(day(entry, before), before.toString())));
        }
        return links;
    }

    private static EntryPermalink link(String label, TrailEntryView entry, PageLinks here, BitemporalPoint moment) {
        String page = "entries/" + entry.developmentId();
        return new EntryPermalink(label, here.at(moment, page), here.at(BitemporalPoint.NOW, page), moment);
    }

    /** The full minute, but not before the last entry that the page shows. */
    private static Instant known(TrailEntryView entry, Instant now) {
        return Stream.concat(
                        Stream.of(now.truncatedTo(ChronoUnit.MINUTES), entry.recordedAt()),
                        Objects.requireNonNullElse(entry.said(), List.<TrailEntryView>of()).stream()
                                .map(TrailEntryView::recordedAt))
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** The day, but not before the entry happened: in zones east of UTC it may already be tomorrow. */
    private static String day(TrailEntryView entry, Instant instant) {
        LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate occurred =
                entry.occurred() == null ? day : Edtf.parse(entry.occurred()).lastDay();
        return (occurred.isAfter(day) ? occurred : day).toString();
    }
}
