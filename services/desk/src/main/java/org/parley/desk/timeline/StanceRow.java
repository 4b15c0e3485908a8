package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Position;
import org.parley.domain.time.Edtf;

/**
 * A party's stances on a question over time.
 *
 * @param partyKind the kind of the party; null if it is unknown
 * @param stance the one at the end of the timeline
 * @param held whether that one is under embargo
 */
record StanceRow(
        String party, String name, @Nullable String partyKind, String stance, boolean held, List<Stretch> stretches) {
    private static final double WORD_FITS = 9;

    public StanceLook look() {
        return StanceLook.of(stance);
    }

    /** The rows of a question. */
    record Question(String question, String title, List<StanceRow> rows) {}

    /**
     * The time during which a stance was held.
     *
     * @param since an EDTF date; null before the first known change
     * @param id the development that changed it; null before the first known change
     * @param begins whether it begins within the range shown
     * @param worded whether its word fits beside its sign
     * @param held whether it is under embargo
     */
    record Stretch(
            String stance,
            @Nullable String since,
            @Nullable String id,
            String x,
            String width,
            String end,
            boolean begins,
            boolean worded,
            boolean held) {
        public StanceLook look() {
            return StanceLook.of(stance);
        }
    }

    static List<Question> of(NegotiationSummary summary, TimeAxis axis, LocalDate end) {
        Map<String, String> titles = new HashMap<>();
        summary.groups().stream()
                .filter(group -> group.kind().equals("question"))
                .flatMap(group -> group.matters().stream())
                .forEach(question -> titles.put(question.matter(), question.title()));
        Map<String, NegotiationView.Party> parties = new LinkedHashMap<>();
        summary.parties().forEach(party -> parties.put(party.party(), party));
        Map<String, List<StanceRow>> rows = new TreeMap<>();
        for (Position position : summary.positions()) {
            NegotiationView.Party party = parties.get(position.party());
            rows.computeIfAbsent(position.question(), question -> new ArrayList<>())
                    .add(new StanceRow(
                            position.party(),
                            party == null ? position.party() : party.name(),
                            party == null ? null : party.partyKind(),
                            position.stance(),
                            position.isHeld(),
                            stretches(position, axis, end)));
        }
        return rows.entrySet().stream()
                .map(question -> new Question(
                        question.getKey(),
                        titles.getOrDefault(question.getKey(), question.getKey()),
                        question.getValue()))
                .toList();
    }

    /** Since the first stance, or since the first change that is known if earlier changes are omitted. */
    static List<Stretch> stretches(Position position, TimeAxis axis, LocalDate end) {
        List<Stretch> stretches = new ArrayList<>();
        boolean changed = !position.shifts().isEmpty();
        boolean known = position.earlierShifts() == 0;
        String stance = changed ? position.shifts().get(0).from() : position.stance();
        String since = changed ? null : position.since();
        String id = changed ? null : position.developmentId();
        boolean held = !changed && position.isHeld();
        LocalDate from = since == null ? axis.shown().first() : day(since);
        for (NegotiationView.Shift shift : position.shifts()) {
            LocalDate until = shift.occurred() == null ? axis.shown().first() : day(shift.occurred());
            if (known) {
                add(stretches, stance, since, id, held, from, until, axis);
            }
            known = true;
            stance = shift.to();
            since = shift.occurred();
            id = shift.developmentId();
            held = shift.isHeld();
            from = until;
        }
        add(stretches, stance, since, id, held || position.isHeld(), from, end, axis);
        return stretches;
    }

    private static void add(
            List<Stretch> stretches,
            String stance,
            @Nullable String since,
            @Nullable String id,
            boolean held,
            LocalDate from,
            LocalDate to,
            TimeAxis axis) {
        DateRange shown = axis.shown();
        boolean begins = since != null && shown.contains(from);
        double width = axis.part(to) - axis.part(from);
        if (width > 0 || begins) {
            stretches.add(new Stretch(
                    stance,
                    since,
                    id,
                    axis.x(from),
                    axis.width(from, to),
                    axis.x(to),
                    begins,
                    width >= WORD_FITS,
                    held));
        }
    }

    private static LocalDate day(String edtf) {
        return Edtf.parse(edtf).start().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
