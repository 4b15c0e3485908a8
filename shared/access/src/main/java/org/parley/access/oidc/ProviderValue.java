package org.parley.access.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is fetched from the provider when it is first needed, so that services start while the provider is
 * unavailable. A failed fetch is retried after a few seconds at the earliest, so that requests do not queue for it.
 */
public final class ProviderValue<T> {

    static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final Supplier<T> fetch;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T value;
    private volatile Instant retryAt = Instant.MIN;

    ProviderValue(Supplier<T> fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * The value; the first call fetches it.
     *
     * @throws ProviderUnavailableException if the provider is unavailable
     */
    public T get() {
        T known = value;
        return known != null ? known : fetch();
    }

    /** The value if it has been fetched already; otherwise null. */
    public @Nullable T getIfFetched() {
        return value;
    }

    private T fetch() {
        lock.lock();
        try {
            T known = value;
            if (known != null) {
                return known;
            }
            if (clock.instant().isBefore(retryAt)) {
                throw new ProviderUnavailableException();
            }
            T fetched = fetch.get();
            value = fetched;
            return fetched;
        } catch (ProviderUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            retryAt = clock.instant().plus(RETRY_INTERVAL);
            throw new ProviderUnavailableException(e);
        } finally {
            lock.unlock();
        }
    }
}
