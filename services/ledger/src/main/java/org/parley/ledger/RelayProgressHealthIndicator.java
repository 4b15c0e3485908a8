package org.parley.ledger;

import org.parley.ledger.relay.RelayMonitor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Reports DOWN while the relay of this process is stuck. Part of readiness; an unavailable Kafka is not. */
final class RelayProgressHealthIndicator extends AbstractHealthIndicator {
    private final RelayMonitor watch;

    RelayProgressHealthIndicator(RelayMonitor watch) {
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(watch.isStuck() ? "DOWN" : "UP");
    }
}
