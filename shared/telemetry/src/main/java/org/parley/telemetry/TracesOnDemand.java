package org.parley.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Traces only where somebody collects them: without an address to send them to, nothing of them is set up. */
final class TracesOnDemand implements AutoConfigurationImportFilter, EnvironmentAware {
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String[] TRACING = {
        "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry."
    };

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] taken = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            taken[i] = wanted || !isTracing(configurations[i]);
        }
        return taken;
    }

    private static boolean isTracing(@Nullable String configuration) {
        for (String part : TRACING) {
            if (configuration != null && configuration.startsWith(part)) {
                return true;
            }
        }
        return false;
    }
}
