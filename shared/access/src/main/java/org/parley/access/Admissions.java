package org.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Checks whether the authentication of a request is still valid, for sessions and long-lived responses: meanwhile an
 * account may be disabled, a password changed or a token revoked. Changes in this process take effect at once, changes
 * in other processes within seconds. While the database is unavailable, an authentication counts as valid.
 */
public final class Admissions implements AutoCloseable {

    /** How long a result of the database is reused. */
    static final Duration REMEMBERED_FOR = Duration.ofSeconds(1);

    static final Duration LOOK = Duration.ofSeconds(2);
    private static final int MAX_ENTRIES = 10_000;

    private static final Logger log = LoggerFactory.getLogger(Admissions.class);

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final SignInCache changes;
    private final Clock clock;
    private final Cache<SignInProof, CachedValidity> cache = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED_FOR)
            .maximumSize(MAX_ENTRIES)
            .build();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean checking;
    private volatile boolean closed;

    Admissions(Accounts accounts, ApiTokens tokens, SignInCache changes, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Captures the authentication of this thread's request. The supplier checks it at each call, from any thread; it
     * queries the database at most once a second.
     */
    public BooleanSupplier current() {
        SignInProof credential =
                SignedInAuthentication.proof(SecurityContextHolder.getContext().getAuthentication());
        return () -> holds(credential);
    }

    /**
     * Whether a person's sign-in is still valid, see {@link Accounts#holds}; queries the database at most once a
     * second.
     *
     * @param since when the person signed in
     */
    public boolean holds(SignedIn person, Instant since) {
        return holds(new SignInProof.Account(person, since));
    }

    /**
     * Checks an authentication every two seconds until it is invalid or the watch is closed.
     *
     * @param validity whether the authentication is valid, such as {@link #current}
     * @param onInvalid runs once, on another thread, when it is no longer valid
     * @return the watch, to be closed by the caller
     */
    public Watch watch(BooleanSupplier validity, Runnable onInvalid) {
        Watch watch = new Watch(validity, onInvalid);
        watches.add(watch);
        startChecking();
        return watch;
    }

    /** A running watch. */
    public final class Watch implements AutoCloseable {
        private final BooleanSupplier validity;
        private final Runnable onInvalid;

        private Watch(BooleanSupplier validity, Runnable onInvalid) {
            this.validity = validity;
            this.onInvalid = onInvalid;
        }

        private void check() {
            if (!validity.getAsBoolean() && watches.remove(this)) {
                // It may block on a client that does not read, and must not delay the other watches.
                Thread.ofVirtual().name("authentication-invalid").start(onInvalid);
            }
        }

        /** Stops the checks. */
        @Override
        public void close() {
            watches.remove(this);
        }
    }

    private boolean holds(SignInProof credential) {
        long changesBefore = changes.changes();
        CachedValidity known = cache.getIfPresent(credential);
        if (known != null && known.changesBefore() == changesBefore) {
            return known.isValid();
        }
        boolean isValid;
        try {
            isValid = switch (credential) {
                case SignInProof.Account account -> accounts.holds(account.person(), account.since());
                case SignInProof.Token token -> tokens.holds(token.id(), token.role());
                case SignInProof.Until until -> clock.instant().isBefore(until.end());
            };
        } catch (DataAccessException e) {
            log.debug("The validity of a sign-in cannot be checked", e);
            isValid = true;
        }
        cache.put(credential, new CachedValidity(isValid, changesBefore));
        return isValid;
    }

    /** The result of a check, and the number of account and token changes before it. */
    private record CachedValidity(boolean isValid, long changesBefore) {}

    private void startChecking() {
        lock.lock();
        try {
            if (!checking && !closed) {
                checking = true;
                Thread.ofVirtual().name("authentication-monitor").start(this::checkAll);
            }
        } finally {
            lock.unlock();
        }
    }

    private void checkAll() {
        while (continues()) {
            LockSupport.parkNanos(LOOK.toNanos());
            for (Watch watch : watches) {
                try {
                    watch.check();
                } catch (RuntimeException e) {
                    log.warn("The validity of a sign-in cannot be checked", e);
                }
            }
        }
    }

    private boolean continues() {
        lock.lock();
        try {
            checking = !closed && !watches.isEmpty();
            return checking;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        watches.clear();
    }
}
