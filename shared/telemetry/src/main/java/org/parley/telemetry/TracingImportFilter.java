package org.parley.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Imports the auto-configurations for tracing only if an endpoint that receives traces is configured. */
final class TracingImportFilter implements AutoConfigurationImportFilter, EnvironmentAware {
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String[] TRACING = {
        "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry."
    };

    private boolean isEnabled;

    @Override
    public void setEnvironment(Environment environment) {
        isEnabled = StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            matches[i] = isEnabled || !isTracing(configurations[i]);
        }
        return matches;
    }

    private static boolean isTracing(@Nullable String configuration) {
        for (String prefix : TRACING) {
            if (configuration != null && configuration.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
