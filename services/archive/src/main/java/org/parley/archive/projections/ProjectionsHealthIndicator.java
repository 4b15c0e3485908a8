package org.parley.archive.projections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.checkpoint.ForeignRecords;
import org.parley.projection.rebuild.BuildPhase;
import org.parley.projection.rebuild.ProjectionHost;
import org.parley.projection.rebuild.RebuildStatus;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down while a projection is stopped or cannot continue, or a rebuild waits for a decision; the details name which,
 * where and why.
 */
final class ProjectionsHealthIndicator extends AbstractHealthIndicator {
    private final ProjectionHosts readers;
    private final ForeignRecordMonitor foreign;
    private final Duration slowFor;

    /** @param slowFor how long a slow negotiation may lag behind */
    ProjectionsHealthIndicator(ProjectionHosts readers, ForeignRecordMonitor foreign, Duration slowFor) {
        super("The state of the projections is unknown");
        this.readers = readers;
        this.foreign = foreign;
        this.slowFor = slowFor;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (ProjectionHost host : readers.hosts()) {
            ProjectionState condition = ProjectionState.of(host.status());
            RebuildStatus rebuild = host.status().rebuild();
            boolean waits = rebuild != null && isStuck(rebuild);
            ProjectionStatus reading = host.status().reading();
            if (!condition.isHealthy() || waits || isSlow(reading)) {
                health.down();
            }
            health.withDetail(host.name(), condition + details(reading.error(), reading.stopped()) + slow(reading));
            if (rebuild != null) {
                health.withDetail(
                        host.name() + " rebuild",
                        rebuild.build().phase() + details(rebuild.error(), rebuild.stopped()));
            }
        }
        if (foreign.lastRead().filter(ForeignRecords::isNothingSealed).isPresent()) {
            health.down()
                    .withDetail(
                            "seal",
                            "nothing in the topic has the seal of this archive's key: the ledger is about to publish"
                                    + " everything again, or it has another key (parley.stream.seal-key)");
        }
        foreign.lastRead()
                .filter(records -> records.count() > 0)
                .ifPresent(records -> health.withDetail("foreign records", details(records)));
    }

    /** Foreign records are skipped, so they do not make it down. */
    private static String details(ForeignRecords records) {
        StringBuilder details = new StringBuilder().append(records.count()).append(" skipped");
        records.latest().stream()
                .limit(1)
                .forEach(last -> details.append("; the last found at offset %d of partition %d: %s"
                        .formatted(last.offset(), last.partition(), last.reason())));
        if (records.ahead() > 0) {
            details.append("; ").append(records.ahead()).append(" claim to be events beyond the last known one");
        }
        return details.toString();
    }

    private boolean isSlow(ProjectionStatus reading) {
        Instant before = Instant.now().minus(slowFor);
        return reading.slowLag() > 0
                && reading.slow().stream().anyMatch(slow -> slow.since().isBefore(before));
    }

    private static String slow(ProjectionStatus reading) {
        return reading.slow().stream()
                .map(slow -> "; " + slow.negotiation() + " takes long from position " + slow.position()
                        + " on and is read separately")
                .collect(Collectors.joining());
    }

    /** Whether an operator has to act. */
    private static boolean isStuck(RebuildStatus rebuild) {
        return rebuild.build().phase() == BuildPhase.DIFFERENT
                || !rebuild.stopped().isEmpty()
                || rebuild.error() != null;
    }

    private static String details(@Nullable String error, List<StoppedNegotiation> stops) {
        StringBuilder details = new StringBuilder();
        if (error != null) {
            details.append(": ").append(error);
        }
        for (StoppedNegotiation stopped : stops) {
            details.append("; ")
                    .append(stopped.negotiation())
                    .append(" at position ")
                    .append(stopped.position())
                    .append(": ")
                    .append(stopped.reason());
        }
        return details.toString();
    }
}
