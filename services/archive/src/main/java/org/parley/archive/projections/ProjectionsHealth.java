package org.parley.archive.projections;

import org.parley.stream.ProjectionStatus;
import org.parley.stream.StoppedNegotiation;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down as long as a projection is stopped or cannot go on; the details tell which, where and why. */
final class ProjectionsHealth extends AbstractHealthIndicator {
    private final Readers readers;

    ProjectionsHealth(Readers readers) {
        super("The projections' state is not known");
        this.readers = readers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (ProjectionStatus status : readers.statuses()) {
            ProjectionCondition condition = ProjectionCondition.of(status);
            if (!condition.isFine()) {
                health.down();
            }
            health.withDetail(status.name(), condition + words(status));
        }
    }

    private static String words(ProjectionStatus status) {
        StringBuilder words = new StringBuilder();
        if (status.error() != null) {
            words.append(": ").append(status.error());
        }
        for (StoppedNegotiation stopped : status.stopped()) {
            words.append("; ")
                    .append(stopped.negotiation())
                    .append(" at position ")
                    .append(stopped.position())
                    .append(": ")
                    .append(stopped.reason());
        }
        return words.toString();
    }
}
