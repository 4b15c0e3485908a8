package org.parley.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class TracingImportFilterTest {
    private static final String[] CONFIGURATIONS = {
        "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
        "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
        "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration"
    };

    @ParameterizedTest
    @CsvSource({"'',false", "http://localhost:4318/v1/traces,true"})
    void importsTracingOnlyWithEndpoint(String endpoint, boolean expected) {
        TracingImportFilter filter = new TracingImportFilter();
        filter.setEnvironment(new MockEnvironment().withProperty(TracingImportFilter.ENDPOINT, endpoint));
        assertThat(filter.match(CONFIGURATIONS, null)).containsExactly(expected, expected, true);
    }
}
