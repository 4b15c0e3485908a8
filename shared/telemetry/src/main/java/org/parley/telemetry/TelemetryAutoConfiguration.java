package org.parley.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Telemetry of an HTTP service with accounts: correlation ids, metrics, health and traces. */
@AutoConfiguration(
        afterName = "org.parley.access.AccessAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TelemetryProperties.class)
class TelemetryAutoConfiguration {
    /** After the filter that starts a trace, before all others. */
    private static final int AFTER_TRACING = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        FilterRegistrationBean<CorrelationFilter> filter = new FilterRegistrationBean<>(new CorrelationFilter());
        filter.setOrder(AFTER_TRACING);
        return filter;
    }

    /** Permits scrapes with the token; all other requests for metrics follow the rules for the actuator. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain metricsChain(HttpSecurity http, TelemetryProperties properties) {
        return http.securityMatcher(new MetricsTokenMatcher(properties.metricsToken()))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @ConditionalOnAvailableEndpoint(endpoint = HealthEndpoint.class)
    RestrictedHealthExtension restrictedHealth(
            HealthContributorRegistry registry,
            ObjectProvider<ReactiveHealthContributorRegistry> reactive,
            HealthEndpointGroups groups,
            @Value("${management.endpoint.health.logging.slow-indicator-threshold:10s}") Duration slow) {
        return new RestrictedHealthExtension(registry, reactive.getIfAvailable(), groups, slow);
    }

    @Bean
    SignInMeters signInMeters(MeterRegistry registry) {
        return new SignInMeters(registry);
    }

    @Bean
    EventTracing eventTracing(ObjectProvider<OpenTelemetry> traces, ObjectProvider<Clock> clock) {
        OpenTelemetry telemetry = traces.getIfAvailable();
        return telemetry == null
                ? EventTracing.DISABLED
                : new EventTracing(telemetry.getTracer("org.parley"), clock.getIfAvailable(Clock::systemUTC));
    }

    /** Excludes probes and scrapes, which arrive every few seconds and are of no interest in traces and metrics. */
    @Bean
    ObservationPredicate ignoreActuatorRequests() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith("/actuator"));
    }
}
