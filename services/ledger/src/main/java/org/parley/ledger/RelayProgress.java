package org.parley.ledger;

import org.parley.ledger.relay.RelayWatch;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Reports DOWN while the relay of this process is stuck. Part of readiness; an unavailable Kafka is not. */
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
