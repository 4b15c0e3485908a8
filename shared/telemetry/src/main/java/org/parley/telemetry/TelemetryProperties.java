package org.parley.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read the metrics besides a chief.
 *
 * @param metricsToken what a scraper sends as {@code Authorization: Bearer}, by default the environment variable
 *     PARLEY_METRICS_TOKEN; at least 16 characters. If empty, only a chief reads them
 */
@ConfigurationProperties("parley.telemetry")
record TelemetryProperties(@Nullable String metricsToken) {

    /** Without the token, which must not end in a log. */
    @Override
    public String toString() {
        return "TelemetryProperties[]";
    }
}
