package org.parley.access;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults of every Parley service, with the lowest precedence: anything configured overrides them. */
final class AccessDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("parley.access.password", "${PARLEY_PASSWORD:}"),
            // One error format: Spring MVC answers its own errors as problem+json too.
            Map.entry("spring.mvc.problemdetails.enabled", "true"),
            // The filter would read a form sent by PUT, of any size, before authentication.
            Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
            Map.entry("server.error.include-message", "never"),
            Map.entry("server.error.include-stacktrace", "never"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.compression.enabled", "true"),
            // Pages and documents. An event of the live stream must not wait for the next one.
            Map.entry(
                    "server.compression.mime-types",
                    "text/html,text/css,text/javascript,text/csv,text/plain,text/calendar,application/javascript,"
                            + "application/json,application/problem+json,application/schema+json,application/feed+json,"
                            + "application/x-ndjson,application/link-format,application/xml,application/atom+xml,"
                            + "application/graphml+xml,application/ld+json,image/svg+xml"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            // While the database is unavailable, requests fail soon instead of waiting for a connection.
            Map.entry("spring.datasource.hikari.connection-timeout", "5000"),
            // Each service migrates its own schema.
            Map.entry("spring.flyway.enabled", "false"),
            Map.entry("springdoc.api-docs.path", "/openapi.json"),
            Map.entry("springdoc.paths-to-exclude", "/error"),
            // The API description lists every problem, not only those that an advice declares.
            Map.entry("springdoc.override-with-generic-response", "false"),
            Map.entry("management.endpoints.web.exposure.include", "health,info,metrics,prometheus"),
            Map.entry("management.endpoint.health.show-details", "when-authorized"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("logging.level.root", "WARN"),
            Map.entry("logging.level.org.parley", "INFO"),
            Map.entry("logging.level.org.apache.kafka", "ERROR"),
            Map.entry("logging.level.org.springdoc", "ERROR"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("parleyAccessDefaults", DEFAULTS));
    }
}
