package org.parley.ledger.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Supplier;
import org.parley.ledger.store.FirstComparison;

/** The relay in numbers. */
public final class RelayMeters implements MeterBinder {
    private final Relay relay;
    private final RelayWatch watch;
    private final FirstComparison comparison;

    public RelayMeters(Relay relay, RelayWatch watch, FirstComparison comparison) {
        this.relay = relay;
        this.watch = watch;
        this.comparison = comparison;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "parley.relay.lag",
                        () -> watch.lag().<Number>map(lag -> lag).orElse(Double.NaN))
                .description("Events stored and not yet relayed, by whichever relay")
                .baseUnit("events")
                .register(registry);
        Gauge.builder(
                        "parley.relay.oldest.age",
                        () -> watch.oldest().map(RelayMeters::seconds).orElse(Double.NaN))
                .description("How long the oldest event that is not relayed has waited")
                .baseUnit("seconds")
                .register(registry);
        flag(
                registry,
                "parley.relay.lease",
                "Whether this process is the one that relays",
                () -> truth(relay.holdsLease()));
        flag(
                registry,
                "parley.relay.stuck",
                "Whether events wait, Kafka answers, and nothing gets through",
                () -> truth(watch.isStuck()));
        flag(
                registry,
                "parley.ledger.halted",
                "Whether no command is taken, since Kafka is ahead of the store",
                () -> watch.isHalted().map(RelayMeters::truth).orElse(Double.NaN));
        flag(
                registry,
                "parley.ledger.uncompared",
                "Whether this process takes no command, since it has not compared store and topic yet",
                () -> truth(!comparison.isPassed()));
        Gauge.builder(
                        "parley.ledger.unverified",
                        () -> watch.unverified().<Number>map(count -> count).orElse(Double.NaN))
                .description("Negotiations of which Kafka claims more than the store had, without a right seal")
                .baseUnit("negotiations")
                .register(registry);
        FunctionCounter.builder("parley.relay.sent", relay, Relay::sent)
                .description("Events that Kafka took from this process")
                .baseUnit("events")
                .register(registry);
        FunctionCounter.builder("parley.relay.failures", relay, Relay::failures)
                .description("How often something kept this process from relaying")
                .register(registry);
    }

    private static void flag(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
