package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.Group;
import org.parley.desk.client.NegotiationSummary.Tally;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.StatusScale;
import org.parley.desk.page.StatusTally;

/**
 * A group of matters that folds, with its tally.
 *
 * @param id names it in addresses: {@code ceasefire}, {@code agreement-BILATERAL}
 * @param total the number of all its matters
 * @param tallies of signed agreements by subject; empty for other groups
 * @param rows the matters that are listed
 */
record MatterFold(
        String id,
        String kind,
        String title,
        int total,
        List<StatusTally> tally,
        List<AgreementTally> tallies,
        List<MatterRow> rows) {
    /** As many fields with parties as a row shows. */
    static final int PARTY_FIELDS = 3;

    /**
     * The folds of all groups but the questions, which the matrix shows.
     *
     * @param withRows whether their matters are listed
     * @param ended the matters past their end, by reference
     */
    static List<MatterFold> of(
            NegotiationSummary summary,
            boolean withRows,
            Set<String> ended,
            DetailFormatter detail,
            PageMessages words) {
        return summary.groups().stream()
                .filter(group -> !group.kind().equals("question"))
                .map(group -> new MatterFold(
                        id(group),
                        group.kind(),
                        title(group, words),
                        group.total(),
                        tally(group, words),
                        AgreementTally.of(group, summary.parties()),
                        group.matters().stream()
                                .filter(matter -> withRows)
                                .map(matter -> MatterRow.of(matter, ended, PARTY_FIELDS, detail))
                                .toList()))
                .toList();
    }

    static String id(Group group) {
        return id(group.kind(), group.form());
    }

    private static String id(String kind, @Nullable String form) {
        return !kind.equals("agreement") ? kind : kind + "-" + (form == null ? "NONE" : form);
    }

    static String title(Group group, PageMessages words) {
        return words.orElse("group." + id(group), words.of("kinds." + group.kind()));
    }

    /** Agreements that differ only in their subject are one number. */
    private static List<StatusTally> tally(Group group, PageMessages words) {
        record Alike(String status, boolean disputed, boolean breached) {}
        Map<Alike, Integer> counts = new LinkedHashMap<>();
        for (Tally tally : group.tallies()) {
            counts.merge(new Alike(tally.status(), tally.disputed(), tally.breached()), tally.count(), Integer::sum);
        }
        List<StatusTally> tallies = new ArrayList<>();
        counts.forEach((alike, count) -> {
            String text = words.number(count) + " " + words.status(group.kind(), alike.status());
            StatusScale step = StatusScale.of(alike.status());
            if (alike.breached()) {
                text = words.of("group.breached", text);
                step = StatusScale.BROKEN;
            }
            if (alike.disputed()) {
                text = words.of("group.disputed", text);
                step = StatusScale.UNSURE;
            }
            tallies.add(new StatusTally(step == null ? StatusScale.OPEN : step, text));
        });
        return tallies;
    }
}
