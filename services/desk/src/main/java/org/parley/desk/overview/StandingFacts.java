package org.parley.desk.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.AlertPage;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.TrailEntryView;

/**
 * What the first page of a negotiation says, as read from the archive.
 *
 * @param today the day (UTC) that the page speaks of
 * @param moved the matters that entered their state last
 * @param refused the matters that were refused, the last first
 * @param inForce what is in force and not past its end, ceasefires first, bilateral agreements last
 * @param inForceCount the number of all in force
 * @param ceasefireEnded the ceasefire that ended last; null for none
 * @param agreed the matters that are agreed or signed, the last first
 * @param proposed the matters that are proposed, the last first
 * @param proposedCount the number of all of them
 * @param days the last developments in the order of the world, the last first
 * @param entries corrections of these developments, and the causes of alerts, by id
 */
record StandingFacts(
        LocalDate today,
        NegotiationSummary summary,
        List<ListedMatter> moved,
        List<ListedMatter> refused,
        List<ListedMatter> inForce,
        int inForceCount,
        int ceasefiresInForce,
        @Nullable ListedMatter ceasefireEnded,
        List<ListedMatter> agreed,
        List<ListedMatter> proposed,
        int proposedCount,
        AlertPage alerts,
        List<TrailEntryView> days,
        Map<String, TrailEntryView> entries) {}
