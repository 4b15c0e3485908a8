package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Position;
import org.parley.domain.time.Edtf;

/** The stances over time: a bar per party and question, with a stretch per stance. */
record StanceChart(List<Bar> bars, int height) {
    static final int ROW = 24;

    /** A party's stances on a question. */
    record Bar(String question, String title, String party, String name, int y, List<Stretch> stretches) {

        /** Party and question, shortened to the width of the label. */
        public String label() {
            return TimelineChart.shortened(name + ": " + title);
        }
    }

    /**
     * The time during which a stance was held; {@code since} and {@code id} are null before the first known change.
     */
    record Stretch(
            String stance, @Nullable String since, @Nullable String id, double x, double width) {}

    static StanceChart of(NegotiationView state, DateRange shown) {
        TimeScale scale = new TimeScale(shown, TimelineChart.LEFT, TimelineChart.WIDTH - TimelineChart.LEFT - 10);
        Map<String, String> titles = titles(state);
        Map<String, String> names = state.names();
        List<Bar> bars = new ArrayList<>();
        for (Position position : state.positions()) {
            bars.add(new Bar(
                    position.question(),
                    titles.getOrDefault(position.question(), position.question()),
                    position.party(),
                    names.getOrDefault(position.party(), position.party()),
                    ROW * bars.size(),
                    stretches(position, shown, scale)));
        }
        return new StanceChart(bars, ROW * bars.size() + 4);
    }

    /**
     * The stretches since the first stance, or since the first change that the archive returned if earlier changes are
     * omitted.
     */
    private static List<Stretch> stretches(Position position, DateRange shown, TimeScale scale) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate from = shown.first();
        boolean known = position.earlierShifts() == 0;
        String stance = position.shifts().isEmpty()
                ? position.stance()
                : position.shifts().get(0).from();
        String since = position.shifts().isEmpty() ? position.since() : null;
        String id = position.shifts().isEmpty() ? position.developmentId() : null;
        if (position.shifts().isEmpty() && since != null) {
            from = day(since);
        }
        for (NegotiationView.Shift shift : position.shifts()) {
            LocalDate until = shift.occurred() == null ? shown.first() : day(shift.occurred());
            if (known) {
                stretches.add(stretch(stance, since, id, from, until, scale));
            }
            known = true;
            stance = shift.to();
            since = shift.occurred();
            id = shift.developmentId();
            from = until;
        }
        stretches.add(stretch(stance, since, id, from, shown.last().plusDays(1), scale));
        return stretches;
    }

    private static Stretch stretch(
            String stance,
            @Nullable String since,
            @Nullable String id,
            LocalDate from,
            LocalDate until,
            TimeScale scale) {
        double x = scale.x(from);
        return new Stretch(stance, since, id, x, Math.max(0, scale.x(until) - x));
    }

    private static LocalDate day(String edtf) {
        return Edtf.parse(edtf).start().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Map<String, String> titles(NegotiationView state) {
        return state.matters().stream()
                .filter(matter -> matter.kind().equals("question"))
                .collect(Collectors.toMap(NegotiationView.Matter::matter, NegotiationView.Matter::title));
    }
}
