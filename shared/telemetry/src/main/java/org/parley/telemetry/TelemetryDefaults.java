package org.parley.telemetry;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service tells of itself, below anything configured. */
final class TelemetryDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("parley.telemetry.metrics-token", "${PARLEY_METRICS_TOKEN:}"),
            // A process takes part while it can do its work; each service has those of the parts that it has.
            Map.entry(
                    "management.endpoint.health.group.readiness.include",
                    "readinessState,db,relayProgress,projectionProgress"),
            Map.entry("management.endpoint.health.validate-group-membership", "false"),
            // Filter by filter: more meters and spans than everything else together.
            Map.entry("management.observations.enable.spring.security", "false"),
            Map.entry(TracesOnDemand.ENDPOINT, "${PARLEY_TRACES_URL:}"),
            Map.entry("management.tracing.sampling.probability", "1.0"),
            Map.entry("logging.pattern.correlation", "%replace(%X{correlationId:-}){'(.+)','[$1] '}"),
            Map.entry("management.metrics.distribution.slo.http.server.requests", "10ms,50ms,100ms,500ms,1s,5s"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("parleyTelemetryDefaults", DEFAULTS));
    }
}
