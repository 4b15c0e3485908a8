package org.parley.access.session;

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
import org.parley.access.account.AccountRepository;
import org.parley.access.account.SignInCache;
import org.parley.access.identity.ParleyAuthentication;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.VerifiedCredential;
import org.parley.access.token.ApiTokenRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Checks whether the authentication of a request is still valid, for sessions and long-lived responses: meanwhile an
 * account may be disabled, a password changed or a token revoked. Changes in this process take effect at once, changes
 * in other processes within seconds. While the database is unavailable, an authentication counts as valid.
 */
public final class AuthenticationMonitor implements AutoCloseable {

    /** How long a result of the database is reused. */
    static final Duration CACHE_DURATION = Duration.ofSeconds(1);

    static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);
    private static final int MAX_ENTRIES = 10_000;

    private static final Logger log = LoggerFactory.getLogger(AuthenticationMonitor.class);

    private final AccountRepository accounts;
    private final ApiTokenRepository tokens;
    private final SignInCache changes;
    private final Clock clock;
    private final Cache<VerifiedCredential, CachedValidity> cache = Caffeine.newBuilder()
            .expireAfterWrite(CACHE_DURATION)
            .maximumSize(MAX_ENTRIES)
            .build();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean checking;
    private volatile boolean closed;

    public AuthenticationMonitor(
            AccountRepository accounts, ApiTokenRepository tokens, SignInCache changes, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Captures the authentication of this thread's request. The supplier checks it at each call, from any thread; it
     * queries the database at most once a second.
     */
    public BooleanSupplier currentValidity() {
        VerifiedCredential credential = ParleyAuthentication.credential(
                SecurityContextHolder.getContext().getAuthentication());
        return () -> isValid(credential);
    }

    /**
     * Whether a person's sign-in is still valid, see {@link AccountRepository#isSignInValid}; queries the database at most once a
     * second.
     *
     * @param since when the person signed in
     */
    public boolean isValid(ParleyPrincipal person, Instant since) {
        return isValid(new VerifiedCredential.AccountCredential(person, since));
    }

    /**
     * Checks an authentication every two seconds until it is invalid or the watch is closed.
     *
     * @param validity whether the authentication is valid, such as {@link #currentValidity}
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

    private boolean isValid(VerifiedCredential credential) {
        long changesBefore = changes.changeCount();
        CachedValidity known = cache.getIfPresent(credential);
        if (known != null && known.changesBefore() == changesBefore) {
            return known.isValid();
        }
        boolean isValid;
        try {
            isValid = switch (credential) {
                case VerifiedCredential.AccountCredential account ->
                    accounts.isSignInValid(account.principal(), account.verifiedAt());
                case VerifiedCredential.TokenCredential token -> tokens.isValid(token.id(), token.role());
                case VerifiedCredential.ExpiringCredential until ->
                    clock.instant().isBefore(until.expiresAt());
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
            LockSupport.parkNanos(CHECK_INTERVAL.toNanos());
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
