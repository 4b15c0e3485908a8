package org.parley.ledger;

import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelayWatch;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while events are stored and nothing gets them to Kafka. */
final class RelayHealth extends AbstractHealthIndicator {
    private final Relay relay;
    private final RelayWatch watch;

    RelayHealth(Relay relay, RelayWatch watch) {
        this.relay = relay;
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        String failure = relay.failure();
        if (failure == null) {
            health.up();
        } else {
            health.down().withDetail("reason", failure);
        }
        watch.lag().ifPresent(lag -> health.withDetail("lag", lag));
    }
}
