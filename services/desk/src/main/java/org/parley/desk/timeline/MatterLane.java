package org.parley.desk.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.StatusHistory.MatterStatuses;
import org.parley.desk.client.StatusHistory.Step;
import org.parley.desk.page.StatusScale;

/**
 * The row of a matter: bands for the statuses it was in, marks where they changed, and short lines for developments that
 * left the status as it was.
 *
 * @param status its status at the end of the timeline
 * @param steps its developments within the range shown, in the order of valid time
 * @param moved the last day of these
 */
record MatterLane(
        String kind,
        String matter,
        String title,
        @Nullable String status,
        List<Band> bands,
        List<Mark> marks,
        List<String> lines,
        List<DatedStep> steps,
        LocalDate moved) {
    private static final double LINES_APART = 0.4;

    /** The time in a status. */
    record Band(StatusScale look, String x, String width, String end) {}

    /**
     * A change of the status.
     *
     * @param span the width of its date if that is imprecise; null for a day
     */
    record Mark(
            DatedStep step,
            @Nullable StatusScale look,
            String x,
            @Nullable String span) {}

    static @Nullable MatterLane of(MatterStatuses matter, TimeAxis axis, LocalDate end) {
        DateRange shown = axis.shown();
        List<DatedStep> all = steps(matter);
        List<DatedStep> within =
                all.stream().filter(step -> step.touches(shown)).toList();
        if (within.isEmpty()) {
            return null;
        }
        List<Step> recorded = matter.steps();
        return new MatterLane(
                matter.kind(),
                matter.matter(),
                matter.title(),
                recorded.get(recorded.size() - 1).status(),
                bands(all, axis, end),
                within.stream()
                        .filter(DatedStep::changes)
                        .map(step -> mark(step, axis))
                        .toList(),
                lines(within, axis),
                within,
                within.stream().map(DatedStep::first).max(LocalDate::compareTo).orElseThrow());
    }

    /** All dated developments of a matter. */
    static List<DatedStep> steps(MatterStatuses matter) {
        List<DatedStep> steps = new ArrayList<>();
        String before = null;
        for (Step step : matter.steps()) {
            DatedStep.of(step, before).ifPresent(steps::add);
            before = step.status();
        }
        return steps;
    }

    private static List<Band> bands(List<DatedStep> all, TimeAxis axis, LocalDate end) {
        List<Band> bands = new ArrayList<>();
        StatusScale look = null;
        LocalDate from = axis.shown().first();
        for (DatedStep step : all) {
            if (!step.changes() || Objects.equals(step.look(), look)) {
                continue;
            }
            add(bands, look, from, step.first(), axis);
            look = step.look();
            from = step.first();
        }
        add(bands, look, from, end, axis);
        return bands;
    }

    /** What is over has no band. */
    private static void add(List<Band> bands, @Nullable StatusScale look, LocalDate from, LocalDate to, TimeAxis axis) {
        if (look != null && look != StatusScale.OVER && axis.part(to) > axis.part(from)) {
            bands.add(new Band(look, axis.x(from), axis.width(from, to), axis.x(to)));
        }
    }

    private static Mark mark(DatedStep step, TimeAxis axis) {
        boolean imprecise = step.last().isAfter(step.first());
        return new Mark(
                step,
                step.look(),
                axis.x(step.first()),
                imprecise ? axis.width(step.first(), step.last().plusDays(1)) : null);
    }

    /** Lines that would touch are drawn once. */
    private static List<String> lines(List<DatedStep> steps, TimeAxis axis) {
        TreeSet<Long> places = new TreeSet<>();
        steps.stream()
                .filter(step -> !step.changes())
                .forEach(step -> places.add(Math.round(axis.part(step.first()) / LINES_APART)));
        return places.stream()
                .map(place -> TimeAxis.percent(Math.min(100, place * LINES_APART)))
                .toList();
    }
}
