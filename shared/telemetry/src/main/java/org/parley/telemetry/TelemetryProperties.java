package org.parley.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to the metrics without an account.
 *
 * @param metricsToken the token that a scraper sends as {@code Authorization: Bearer}, by default the environment
 *     variable PARLEY_METRICS_TOKEN; at least 16 characters. If empty, only a chief may read the metrics
 */
@ConfigurationProperties("parley.telemetry")
record TelemetryProperties(@Nullable String metricsToken) {

    /** Omits the token, which must not appear in a log. */
    @Override
    public String toString() {
        return "TelemetryProperties[]";
    }
}
