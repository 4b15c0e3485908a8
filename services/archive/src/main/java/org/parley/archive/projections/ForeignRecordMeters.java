package org.parley.archive.projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.parley.projection.checkpoint.ForeignRecords;

/** Gauges about records that the ledger did not publish; NaN for unknown values. */
final class ForeignRecordMeters implements MeterBinder {
    private final ForeignRecordMonitor watch;

    ForeignRecordMeters(ForeignRecordMonitor watch) {
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        of(
                registry,
                "parley.stream.foreign",
                "records",
                "Records of the topic that the ledger did not publish",
                ForeignRecords::count);
        of(
                registry,
                "parley.stream.foreign.ahead",
                "records",
                "Those of the latest that claim to be events beyond the last known one",
                ForeignRecords::ahead);
        of(
                registry,
                "parley.stream.older",
                "records",
                "Records of the topic from before the ledger sealed with the current key",
                ForeignRecords::older);
        of(
                registry,
                "parley.stream.unsealed",
                null,
                "Whether there are events in the topic, but none with the seal of this archive's key",
                records -> records.isNothingSealed() ? 1 : 0);
        Gauge.builder(
                        "parley.stream.foreign.age",
                        () -> watch.age().map(age -> age.toMillis() / 1000.0).orElse(Double.NaN))
                .description("Time since the last foreign record was found")
                .baseUnit("seconds")
                .register(registry);
    }

    private void of(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<ForeignRecords> value) {
        Gauge.builder(name, () -> watch.lastRead().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }
}
