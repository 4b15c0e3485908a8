package org.parley.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Defaults of a service with pages, below anything configured. */
final class DeskDefaults implements EnvironmentPostProcessor, Ordered {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // A page that fails half-way must not look like one that ends there.
            Map.entry("spring.thymeleaf.servlet.produce-partial-output-while-processing", "false"),
            // The gateway would turn it off, whether it is used or not; the pages take files.
            Map.entry("spring.servlet.multipart.enabled", "true"),
            Map.entry("spring.servlet.multipart.max-file-size", "16MB"),
            Map.entry("spring.servlet.multipart.max-request-size", "17MB"),
            Map.entry("server.tomcat.max-http-form-post-size", "8MB"),
            Map.entry("server.tomcat.max-part-count", "200"),
            // A file that is too large is taken to its end, so that the answer, which says so, arrives.
            Map.entry("server.tomcat.max-swallow-size", "100MB"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry(
                    "server.compression.mime-types",
                    "text/html,text/css,text/javascript,application/javascript,image/svg+xml"),
            // The pages read their own forms.
            Map.entry("spring.cloud.gateway.server.webmvc.form-filter.enabled", "false"),
            Map.entry("server.servlet.session.timeout", "12h"),
            Map.entry("server.servlet.session.cookie.same-site", "lax"),
            Map.entry("server.servlet.session.tracking-modes", "cookie"));

    private static final List<String> GATEWAY = List.of(
            "org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.GatewayMvcClassPathWarningAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.handler.GatewayMultipartAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.predicate.PredicateAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.config.DefaultFunctionConfiguration");

    /** After the configuration was read, before the gateway's own. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>(DEFAULTS);
        // In one process with ledger and archive the API is here already.
        boolean apart = StringUtils.hasText(environment.getProperty("parley.desk.ledger-url"));
        if (!apart) {
            // Its switch leaves parts of it on that do not start without the others.
            defaults.put("spring.autoconfigure.exclude", String.join(",", GATEWAY));
        } else {
            // Without the database it still tells people what is wrong, better than whatever stands before it would.
            defaults.put("management.endpoint.health.group.readiness.include", "readinessState");
        }
        environment.getPropertySources().addLast(new MapPropertySource("parleyDeskDefaults", defaults));
    }
}
