package org.parley.ledger;

import org.parley.ledger.relay.RelayWatch;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while the relay of this process is stuck: part of readiness, which Kafka's being away is not. */
final class RelayProgress extends AbstractHealthIndicator {
    private final RelayWatch watch;

    RelayProgress(RelayWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(watch.isStuck() ? "DOWN" : "UP");
    }
}
