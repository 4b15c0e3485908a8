package org.parley.telemetry;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Telemetry defaults of every service, with the lowest precedence: anything configured overrides them. */
final class TelemetryDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("parley.telemetry.metrics-token", "${PARLEY_METRICS_TOKEN:}"),
            // A process is ready while it can work; a service contributes those of these components that it has.
            Map.entry(
                    "management.endpoint.health.group.readiness.include",
                    "readinessState,db,relayProgress,projectionProgress"),
            Map.entry("management.endpoint.health.validate-group-membership", "false"),
            // One observation per security filter: more meters and spans than everything else together.
            Map.entry("management.observations.enable.spring.security", "false"),
            Map.entry(TracingImportFilter.ENDPOINT, "${PARLEY_TRACES_URL:}"),
            Map.entry("management.tracing.sampling.probability", "1.0"),
            Map.entry("logging.pattern.correlation", "%replace(%X{correlationId:-}){'(.+)','[$1] '}"),
            Map.entry("management.metrics.distribution.slo.http.server.requests", "10ms,50ms,100ms,500ms,1s,5s"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("parleyTelemetryDefaults", DEFAULTS));
    }
}
