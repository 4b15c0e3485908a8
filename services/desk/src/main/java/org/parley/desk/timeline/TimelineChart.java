package org.parley.desk.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.page.PageMessages;

/**
 * The developments of a date range, with a lane per matter.
 *
 * @param lanes ordered by the first development of each matter
 * @param height the height of the drawing in SVG units; its width is {@link #WIDTH}
 */
record TimelineChart(List<Lane> lanes, List<TimeScale.Tick> ticks, int height) {
    static final int WIDTH = 1000;
    static final int LEFT = 300;
    static final int LANE = 22;
    static final int TOP = 26;

    private static final int LABEL_MAX = 40;
    private static final double DOT = 5;

    /** The lane of a matter. */
    record Lane(String kind, String matter, String title, String label, int y, List<Mark> marks) {}

    /**
     * A development; with an imprecise date it is as wide as its date range.
     *
     * @param y the vertical centre
     */
    record Mark(double x, double width, int y, DatedDevelopment development) {
        public boolean isSpan() {
            return width > 2 * DOT;
        }
    }

    static TimelineChart of(List<DatedDevelopment> all, DateRange period, NegotiationView state, PageMessages words) {
        TimeScale scale = new TimeScale(period, LEFT, WIDTH - LEFT - 10);
        Map<String, List<DatedDevelopment>> byMatter = new LinkedHashMap<>();
        all.stream()
                .filter(period::touches)
                .sorted(Comparator.comparing(DatedDevelopment::first))
                .forEach(happening -> byMatter.computeIfAbsent(
                                happening.kind() + "/" + happening.matter(), key -> new ArrayList<>())
                        .add(happening));
        List<Lane> lanes = new ArrayList<>();
        byMatter.forEach((reference, happenings) -> {
            int y = TOP + LANE * lanes.size() + LANE / 2;
            DatedDevelopment any = happenings.get(0);
            String title = title(state, any, words);
            lanes.add(new Lane(
                    any.kind(),
                    any.matter(),
                    title,
                    shortened(title),
                    y,
                    happenings.stream()
                            .map(happening -> mark(happening, scale, y))
                            .toList()));
        });
        return new TimelineChart(lanes, scale.ticks(words), TOP + LANE * lanes.size() + 6);
    }

    /** The number of developments shown. */
    public int count() {
        return lanes.stream().mapToInt(lane -> lane.marks().size()).sum();
    }

    private static Mark mark(DatedDevelopment happening, TimeScale scale, int y) {
        double from = scale.x(happening.first());
        double to = scale.x(happening.last().plusDays(1));
        return new Mark(from, to - from, y, happening);
    }

    private static String title(NegotiationView state, DatedDevelopment any, PageMessages words) {
        return state.matters().stream()
                .filter(matter ->
                        matter.kind().equals(any.kind()) && matter.matter().equals(any.matter()))
                .map(NegotiationView.Matter::title)
                .findFirst()
                .orElse(any.kind().equals("negotiation") ? words.of("kind.negotiation") : any.matter());
    }

    static String shortened(String title) {
        if (title.length() <= LABEL_MAX) {
            return title;
        }
        // Keeps both ends, because many titles begin alike.
        int head = LABEL_MAX / 2;
        return title.substring(0, head).strip() + "…"
                + title.substring(title.length() - (LABEL_MAX - head - 1)).strip();
    }
}
