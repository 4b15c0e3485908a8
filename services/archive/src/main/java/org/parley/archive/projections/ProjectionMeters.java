package org.parley.archive.projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.rebuild.HostStatus;
import org.parley.projection.rebuild.ProjectionHost;
import org.parley.projection.rebuild.RebuildStatus;

/** Gauges for each projection, tagged with its name; NaN for unknown values. */
final class ProjectionMeters implements MeterBinder {
    private final ProjectionHosts readers;
    private final StuckProjectionDetector watch;

    ProjectionMeters(ProjectionHosts readers, StuckProjectionDetector watch) {
        this.readers = readers;
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ProjectionHost host : readers.hosts()) {
            bind(registry, host);
        }
    }

    private void bind(MeterRegistry registry, ProjectionHost host) {
        of(registry, host, "lag", "records", "Records of the topic not yet read", ProjectionMeters::lag);
        of(registry, host, "done", "events", "Events applied in total", now -> now.reading()
                .done());
        of(
                registry,
                host,
                "rate",
                null,
                "Events per second applied by this process, over a few seconds",
                now -> now.reading().eventsPerSecond());
        of(registry, host, "stopped", "negotiations", "Negotiations for which it is stopped", now -> now.reading()
                .stopped()
                .size());
        of(
                registry,
                host,
                "slow",
                "negotiations",
                "Negotiations that take long and are read separately",
                now -> now.reading().slow().size());
        of(
                registry,
                host,
                "failing",
                null,
                "Whether an error prevents its progress",
                now -> now.reading().error() == null ? 0 : 1);
        of(
                registry,
                host,
                "stuck",
                null,
                "Whether it makes no progress although Kafka is available",
                now -> watch.stuck().contains(host.name()) ? 1 : 0);
        of(
                registry,
                host,
                "idle",
                "seconds",
                "Time since its last progress",
                now -> watch.idle(host.name()).toMillis() / 1000.0);
        of(registry, host, "rebuild", null, "Whether a rebuild is running", now -> now.rebuild() == null ? 0 : 1);
        of(
                registry,
                host,
                "rebuild.done",
                "events",
                "Events applied to the new build",
                now -> making(now, RebuildStatus::done));
        of(
                registry,
                host,
                "rebuild.total",
                "events",
                "Events that the new build needs",
                now -> making(now, RebuildStatus::total));
    }

    private static void of(
            MeterRegistry registry,
            ProjectionHost host,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<HostStatus> value) {
        Gauge.builder("parley.projection." + name, host, each -> value.applyAsDouble(each.status()))
                .tag("projection", host.name())
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    private static double lag(HostStatus now) {
        long lag = now.reading().lag();
        return lag == ProjectionStatus.UNKNOWN ? Double.NaN : lag;
    }

    private static double making(HostStatus now, ToDoubleFunction<RebuildStatus> value) {
        return now.rebuild() == null ? Double.NaN : value.applyAsDouble(now.rebuild());
    }
}
