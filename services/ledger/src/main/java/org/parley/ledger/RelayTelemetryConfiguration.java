package org.parley.ledger;

import java.time.Clock;
import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelayMeters;
import org.parley.ledger.relay.RelayMonitor;
import org.parley.ledger.relay.RelaySettings;
import org.parley.telemetry.PeriodicCheck;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Metrics and health of the relay. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.ledger.relay.enabled", matchIfMissing = true)
class RelayTelemetryConfiguration {
    @Bean
    RelayMonitor relayWatch(
            JdbcClient jdbc, Relay relay, RelaySettings settings, LedgerProperties properties, Clock clock) {
        return new RelayMonitor(jdbc, relay, settings, properties.relay().stuckAfter(), clock);
    }

    @Bean
    PeriodicCheck relayGlance(RelayMonitor watch) {
        return new PeriodicCheck("relay-watch", watch::check);
    }

    @Bean
    RelayMeters relayMeters(Relay relay, RelayMonitor watch, StartupComparison comparison) {
        return new RelayMeters(relay, watch, comparison);
    }

    @Bean
    RelayHealthIndicator relayHealthIndicator(Relay relay, RelayMonitor watch, StartupComparison comparison) {
        return new RelayHealthIndicator(relay, watch, comparison);
    }

    @Bean
    RelayProgressHealthIndicator relayProgressHealthIndicator(RelayMonitor watch) {
        return new RelayProgressHealthIndicator(watch);
    }
}
