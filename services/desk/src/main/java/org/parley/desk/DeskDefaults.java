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

/** Default properties of a service with pages; every configured property overrides them. */
final class DeskDefaults implements EnvironmentPostProcessor, Ordered {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // A page that fails half-way must not look complete.
            Map.entry("spring.thymeleaf.servlet.produce-partial-output-while-processing", "false"),
            // The gateway disables it even when it is not used; the pages accept file uploads.
            Map.entry("spring.servlet.multipart.enabled", "true"),
            Map.entry("spring.servlet.multipart.max-file-size", "16MB"),
            Map.entry("spring.servlet.multipart.max-request-size", "17MB"),
            Map.entry("server.tomcat.max-http-form-post-size", "8MB"),
            Map.entry("server.tomcat.max-part-count", "200"),
            // A file that is too large is read to its end; otherwise the browser does not receive the error response.
            Map.entry("server.tomcat.max-swallow-size", "100MB"),
            // The pages read form parameters themselves.
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

    /** After the configuration files, before the gateway's own post-processor. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>(DEFAULTS);
        // In one process with ledger and archive the API needs no gateway.
        boolean apart = StringUtils.hasText(environment.getProperty("parley.desk.ledger-url"));
        if (!apart) {
            // The gateway's own switch leaves some parts enabled that do not start without the others.
            defaults.put("spring.autoconfigure.exclude", String.join(",", GATEWAY));
        } else {
            // Without the database the desk still shows users a meaningful error, unlike the load balancer.
            defaults.put("management.endpoint.health.group.readiness.include", "readinessState");
        }
        environment.getPropertySources().addLast(new MapPropertySource("parleyDeskDefaults", defaults));
    }
}
