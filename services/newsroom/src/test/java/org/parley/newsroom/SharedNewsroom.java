package org.parley.newsroom;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Injects the newsroom that tests share, which is started for the first and stopped after the last. Tests must not
 * change the dossier and log into their own negotiations.
 */
final class SharedNewsroom implements ParameterResolver {
    static final String METRICS_TOKEN = "a token for the metrics";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningNewsroom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedNewsroom.class))
                .computeIfAbsent(
                        RunningNewsroom.class,
                        type -> RunningNewsroom.start(
                                DataFolder.fresh(),
                                RunningNewsroom.WITH_CHIEF_PASSWORD,
                                "--parley.desk.design=true",
                                "--parley.telemetry.metrics-token=" + METRICS_TOKEN,
                                "--management.opentelemetry.tracing.export.otlp.endpoint="
                                        + TraceCollector.SHARED.address(),
                                "--management.opentelemetry.tracing.export.schedule-delay=200ms"),
                        RunningNewsroom.class);
    }
}
