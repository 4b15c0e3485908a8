package org.parley.ledger;

import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelayMonitor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Reports DOWN while stored events cannot be relayed to Kafka, and while the topic claims events beyond the end of the
 * store that nobody has dismissed.
 */
final class RelayHealthIndicator extends AbstractHealthIndicator {
    private final Relay relay;
    private final RelayMonitor watch;
    private final StartupComparison comparison;

    RelayHealthIndicator(Relay relay, RelayMonitor watch, StartupComparison comparison) {
        this.relay = relay;
        this.watch = watch;
        this.comparison = comparison;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        String failure = relay.failure();
        if (failure == null) {
            health.up();
        } else {
            health.down().withDetail("reason", failure);
        }
        if (!comparison.isPassed()) {
            health.withDetail("commands", "refused until store and topic are compared");
        }
        watch.unverified().filter(count -> count > 0).ifPresent(count -> health.down()
                .withDetail(
                        "unverified",
                        "The topic has events beyond the end of the store in " + count
                                + " negotiations, without a valid seal: GET /api/ledger/unverified"));
        watch.lag().ifPresent(lag -> health.withDetail("lag", lag));
    }
}
