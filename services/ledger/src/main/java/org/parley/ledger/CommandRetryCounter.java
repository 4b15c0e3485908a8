package org.parley.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.Retryable;

/** Counts the retries of commands after a conflict in the store. */
final class CommandRetryCounter implements RetryListener {
    private final Counter retries;

    CommandRetryCounter(MeterRegistry registry) {
        retries = Counter.builder("parley.command.retries")
                .description("Retries of commands after a conflict in the store")
                .register(registry);
    }

    @Override
    public void beforeRetry(RetryPolicy policy, Retryable<?> command) {
        retries.increment();
    }
}
