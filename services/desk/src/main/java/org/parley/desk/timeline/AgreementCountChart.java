package org.parley.desk.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.desk.client.NegotiationView;

/**
 * The cumulative number of signed agreements over time, as a step chart. An agreement that was signed again counts
 * once, from its first signature.
 *
 * @param path the step line as an SVG path
 * @param total the number of signed agreements
 */
record AgreementCountChart(List<Step> steps, String path, int total) {
    static final int HEIGHT = 120;

    /** A signature and the count including it. */
    record Step(LocalDate day, String occurred, String id, String title, int count, double x, double y) {}

    static AgreementCountChart of(List<DatedDevelopment> all, NegotiationView state, DateRange shown) {
        Set<String> counted = new HashSet<>();
        List<DatedDevelopment> signed = all.stream()
                .filter(happening -> happening.type().endsWith("AgreementSigned"))
                .sorted(Comparator.comparing(DatedDevelopment::first))
                .filter(happening -> counted.add(happening.matter()))
                .toList();
        // A range without a signature would show a flat line, so all signatures are shown instead.
        DateRange drawn =
                signed.stream().map(DatedDevelopment::first).anyMatch(shown::contains) ? shown : DateRange.of(signed);
        TimeScale scale = new TimeScale(drawn, 40, TimelineChart.WIDTH - 50);
        List<Step> steps = new ArrayList<>();
        for (DatedDevelopment happening : signed) {
            int count = steps.size() + 1;
            steps.add(new Step(
                    happening.first(),
                    happening.occurred(),
                    happening.id(),
                    title(state, happening),
                    count,
                    scale.x(happening.first()),
                    y(count, signed.size())));
        }
        return new AgreementCountChart(steps, path(steps, drawn, scale, signed.size()), signed.size());
    }

    private static String path(List<Step> steps, DateRange shown, TimeScale scale, int total) {
        long before = steps.stream()
                .filter(step -> step.day().isBefore(shown.first()))
                .count();
        String begin = "M40 " + y((int) before, total);
        return steps.stream()
                .filter(step -> shown.contains(step.day()))
                .map(step -> "H" + step.x() + "V" + step.y())
                .collect(
                        Collectors.joining("", begin, "H" + scale.x(shown.last().plusDays(1))));
    }

    private static double y(int count, int total) {
        return total == 0 ? HEIGHT : HEIGHT - Math.round(1000.0 * (HEIGHT - 20) * count / total) / 1000.0;
    }

    private static String title(NegotiationView state, DatedDevelopment happening) {
        return state.matters().stream()
                .filter(matter ->
                        matter.kind().equals("agreement") && matter.matter().equals(happening.matter()))
                .map(NegotiationView.Matter::title)
                .findFirst()
                .orElse(happening.matter());
    }
}
