package org.parley.ledger;

import java.time.Clock;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelayMeters;
import org.parley.ledger.relay.RelaySettings;
import org.parley.ledger.relay.RelayWatch;
import org.parley.ledger.store.FirstComparison;
import org.parley.telemetry.Glance;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Metrics and health of the relay. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.ledger.relay.enabled", matchIfMissing = true)
class RelayTelemetry {
    @Bean
    RelayWatch relayWatch(
            JdbcClient jdbc, Relay relay, RelaySettings settings, LedgerProperties properties, Clock clock) {
        return new RelayWatch(jdbc, relay, settings, properties.relay().stuckAfter(), clock);
    }

    @Bean
    Glance relayGlance(RelayWatch watch) {
        return new Glance("relay-watch", watch::look);
    }

    @Bean
    RelayMeters relayMeters(Relay relay, RelayWatch watch, FirstComparison comparison) {
        return new RelayMeters(relay, watch, comparison);
    }

    @Bean
    RelayHealth relayHealthIndicator(Relay relay, RelayWatch watch, FirstComparison comparison) {
        return new RelayHealth(relay, watch, comparison);
    }

    @Bean
    RelayProgress relayProgressHealthIndicator(RelayWatch watch) {
        return new RelayProgress(watch);
    }
}
