package org.parley.ledger.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Supplier;
import org.parley.ledger.admission.StartupComparison;

/** The metrics of the relay. */
public final class RelayMeters implements MeterBinder {
    private final Relay relay;
    private final RelayMonitor watch;
    private final StartupComparison comparison;

    public RelayMeters(Relay relay, RelayMonitor watch, StartupComparison comparison) {
        this.relay = relay;
        this.watch = watch;
        this.comparison = comparison;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "parley.relay.lag",
                        () -> watch.lag().<Number>map(lag -> lag).orElse(Double.NaN))
                .description("Events stored and not yet relayed, by any relay")
                .baseUnit("events")
                .register(registry);
        Gauge.builder(
                        "parley.relay.oldest.age",
                        () -> watch.oldestAge().map(RelayMeters::seconds).orElse(Double.NaN))
                .description("Age of the oldest event that is not relayed")
                .baseUnit("seconds")
                .register(registry);
        flag(
                registry,
                "parley.relay.lease",
                "Whether this process holds the relay lease",
                () -> toNumber(relay.holdsLease()));
        flag(
                registry,
                "parley.relay.stuck",
                "Whether events wait, Kafka is available, and nothing gets through",
                () -> toNumber(watch.isStuck()));
        flag(
                registry,
                "parley.ledger.halted",
                "Whether all commands are refused because the topic is ahead of the store",
                () -> watch.isHalted().map(RelayMeters::toNumber).orElse(Double.NaN));
        flag(
                registry,
                "parley.ledger.uncompared",
                "Whether this process refuses commands because it has not compared store and topic yet",
                () -> toNumber(!comparison.isPassed()));
        Gauge.builder(
                        "parley.ledger.unverified",
                        () -> watch.unverified().<Number>map(count -> count).orElse(Double.NaN))
                .description("Negotiations of which the topic has events beyond the store, without a valid seal")
                .baseUnit("negotiations")
                .register(registry);
        FunctionCounter.builder("parley.relay.sent", relay, Relay::sent)
                .description("Events that Kafka acknowledged to this process")
                .baseUnit("events")
                .register(registry);
        FunctionCounter.builder("parley.relay.failures", relay, Relay::failures)
                .description("Failures of this process's relay")
                .register(registry);
    }

    private static void flag(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private static double toNumber(boolean value) {
        return value ? 1 : 0;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
