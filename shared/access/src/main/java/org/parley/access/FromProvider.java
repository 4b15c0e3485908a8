package org.parley.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself, asked when it is first needed: a provider that is away stops nothing from starting.
 * While it is away it is asked every few seconds only, so that nobody waits in line for it.
 */
public final class FromProvider<T> {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<T> ask;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T answer;
    private volatile Instant notBefore = Instant.MIN;

    FromProvider(Supplier<T> ask, Clock clock) {
        this.ask = ask;
        this.clock = clock;
    }

    /**
     * What it says.
     *
     * @throws ProviderAway if it cannot be reached
     */
    public T get() {
        T known = answer;
        return known != null ? known : asked();
    }

    /** What it has said before, if it was asked. */
    public @Nullable T ifKnown() {
        return answer;
    }

    private T asked() {
        lock.lock();
        try {
            T meanwhile = answer;
            if (meanwhile != null) {
                return meanwhile;
            }
            if (clock.instant().isBefore(notBefore)) {
                throw new ProviderAway();
            }
            T said = ask.get();
            answer = said;
            return said;
        } catch (ProviderAway again) {
            throw again;
        } catch (RuntimeException e) {
            notBefore = clock.instant().plus(PAUSE);
            throw new ProviderAway(e);
        } finally {
            lock.unlock();
        }
    }
}
