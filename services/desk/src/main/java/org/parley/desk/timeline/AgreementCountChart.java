package org.parley.desk.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.desk.client.StatusHistory.MatterStatuses;

/**
 * The cumulative number of signed agreements over time, as a step chart. An agreement that was signed again counts
 * once, from its first signature. Heights are pixels.
 *
 * @param levels the stretches between two signatures, from left to right
 */
record AgreementCountChart(DateRange shown, List<Step> steps, List<Level> levels) {
    static final int HEIGHT = 120;

    private static final int TOP = 20;

    /** A signature and the count including it. */
    record Step(LocalDate day, String occurred, String id, String title, int count) {}

    /**
     * A stretch without a signature.
     *
     * @param y its height, downwards
     * @param next the height of the next one; its own where none follows
     */
    record Level(String x, String width, String end, String y, String height, String next) {}

    /** Of the agreements among these matters. */
    static AgreementCountChart of(List<MatterStatuses> matters, DateRange shown) {
        record Signature(DatedStep step, String title) {}
        Set<String> counted = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        matters.stream()
                .filter(matter -> matter.kind().equals("agreement"))
                .flatMap(matter -> MatterLane.steps(matter).stream()
                        .filter(step -> step.type().endsWith("AgreementSigned"))
                        .limit(1)
                        .map(step -> new Signature(step, matter.title())))
                .sorted(Comparator.comparing((Signature signed) -> signed.step().first())
                        .thenComparing(Signature::title))
                .filter(signed -> counted.add(signed.step().id()))
                .forEach(signed -> steps.add(new Step(
                        signed.step().first(),
                        signed.step().occurred(),
                        signed.step().id(),
                        signed.title(),
                        steps.size() + 1)));
        List<LocalDate> days = steps.stream().map(Step::day).toList();
        // A range without a signature would show a flat line, so all signatures are shown instead.
        DateRange drawn = days.stream().anyMatch(shown::contains) ? shown : DateRange.of(days);
        return new AgreementCountChart(drawn, steps, levels(steps, new TimeAxis(drawn)));
    }

    /** The number of signed agreements. */
    public int total() {
        return steps.size();
    }

    private static List<Level> levels(List<Step> steps, TimeAxis axis) {
        List<Level> levels = new ArrayList<>();
        int before = (int) steps.stream()
                .filter(step -> step.day().isBefore(axis.shown().first()))
                .count();
        LocalDate from = axis.shown().first();
        int count = before;
        for (Step step : steps.subList(before, steps.size())) {
            if (step.day().isAfter(axis.shown().last())) {
                break;
            }
            levels.add(level(axis, from, step.day(), count, step.count(), steps.size()));
            from = step.day();
            count = step.count();
        }
        levels.add(level(axis, from, axis.shown().last().plusDays(1), count, count, steps.size()));
        return levels;
    }

    private static Level level(TimeAxis axis, LocalDate from, LocalDate to, int count, int next, int total) {
        return new Level(
                axis.x(from),
                axis.width(from, to),
                axis.x(to),
                y(count, total),
                px(HEIGHT - place(count, total)),
                y(next, total));
    }

    private static double place(int count, int total) {
        return total == 0 ? HEIGHT : HEIGHT - (double) (HEIGHT - TOP) * count / total;
    }

    private static String y(int count, int total) {
        return px(place(count, total));
    }

    private static String px(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
