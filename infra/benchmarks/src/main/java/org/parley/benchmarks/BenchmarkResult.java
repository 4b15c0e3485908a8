package org.parley.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one benchmark measured.
 *
 * @param name the name, with parts separated by slashes
 * @param unit the unit of all values
 * @param subject the values of Parley, one for each round
 * @param peer the name of what it is compared with; null if there is nothing
 * @param peerValues the peer's values of the same rounds
 * @param processor the processor time of each operation in microseconds, one for each round; empty if it was not measured
 * @param peerProcessor the same of the peer
 */
record BenchmarkResult(
        String name,
        String unit,
        List<Double> subject,
        @Nullable String peer,
        List<Double> peerValues,
        List<Double> processor,
        List<Double> peerProcessor) {

    /** A result without processor times. */
    BenchmarkResult(String name, String unit, List<Double> subject, @Nullable String peer, List<Double> peerValues) {
        this(name, unit, subject, peer, peerValues, List.of(), List.of());
    }

    double value() {
        return median(subject);
    }

    double peerValue() {
        return median(peerValues);
    }

    /** Parley's median divided by the peer's; not a number without a peer. */
    double ratio() {
        return value() / peerValue();
    }

    /** The processor time of the peer divided by that of Parley, for the same work; not a number without a peer. */
    double processorRatio() {
        return median(peerProcessor) / median(processor);
    }

    /** The difference between the largest and the smallest value, as a part of the median. */
    static double spread(List<Double> values) {
        double[] sorted = sorted(values);
        return sorted.length == 0 ? Double.NaN : (sorted[sorted.length - 1] - sorted[0]) / median(values);
    }

    static double median(List<Double> values) {
        return percentile(values, 50);
    }

    /** The smallest value that this percentage of the values does not exceed; not a number if there are none. */
    static double percentile(List<Double> values, int percent) {
        double[] sorted = sorted(values);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
