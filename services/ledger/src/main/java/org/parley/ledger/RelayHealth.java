package org.parley.ledger;

import org.parley.ledger.relay.Relay;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while events are stored and nothing gets them to Kafka. */
final class RelayHealth extends AbstractHealthIndicator {
    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        String failure = relay.failure();
        if (failure == null) {
            health.up();
        } else {
            health.down().withDetail("reason", failure);
        }
        health.withDetail("lag", relay.lag());
    }
}
