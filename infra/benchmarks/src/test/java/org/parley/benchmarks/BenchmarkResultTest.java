package org.parley.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchmarkResultTest {
    @Test
    void comparesMedians() {
        BenchmarkResult result =
                new BenchmarkResult("name", "unit", List.of(30.0, 10.0, 20.0), "peer", List.of(5.0, 500.0, 40.0));
        assertThat(result.value()).isEqualTo(20);
        assertThat(result.ratio()).isEqualTo(0.5);
        assertThat(BenchmarkResult.spread(result.subject())).isEqualTo(1);
    }

    @Test
    void percentileIsAMeasuredValue() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(n -> (double) n).toList();
        assertThat(BenchmarkResult.percentile(hundred, 99)).isEqualTo(99);
        assertThat(BenchmarkResult.percentile(List.of(7.0), 99)).isEqualTo(7);
    }

    @Test
    void withoutAPeerThereIsNoRatio() {
        assertThat(new BenchmarkResult("name", "unit", List.of(1.0), null, List.of()).ratio())
                .isNaN();
    }
}
