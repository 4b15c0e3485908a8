package org.parley.archive.projections;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The part of readiness that is down while a projection is stuck. Readiness ignores a stopped negotiation and an
 * unavailable Kafka.
 */
final class ProjectionProgressIndicator extends AbstractHealthIndicator {
    private final StuckProjectionDetector watch;

    ProjectionProgressIndicator(StuckProjectionDetector watch) {
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> stuck = watch.stuck();
        if (stuck.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("stuck", stuck);
        }
    }
}
