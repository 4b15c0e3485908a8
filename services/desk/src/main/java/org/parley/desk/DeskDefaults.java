package org.parley.desk;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults of a service with pages, below anything configured. */
final class DeskDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.of(
            // A page that fails half-way must not look like one that ends there.
            "spring.thymeleaf.servlet.produce-partial-output-while-processing", "false",
            "spring.servlet.multipart.max-file-size", "16MB",
            "spring.servlet.multipart.max-request-size", "17MB",
            "server.tomcat.max-http-form-post-size", "8MB",
            "server.tomcat.max-part-count", "200",
            "server.compression.enabled", "true",
            "server.compression.mime-types", "text/html,text/css,text/javascript,application/javascript,image/svg+xml",
            "server.servlet.session.timeout", "12h",
            "server.servlet.session.cookie.same-site", "lax",
            "server.servlet.session.tracking-modes", "cookie");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("parleyDeskDefaults", DEFAULTS));
    }
}
