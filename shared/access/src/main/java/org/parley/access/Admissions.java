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
 * Tells whether what let a request in still holds, for answers that last longer than a moment: an account may be closed, a
 * password changed or a token revoked meanwhile. What happens in this process holds at once, what happens in others within
 * seconds. While the database cannot be asked, an admission counts as holding.
 */
public final class Admissions implements AutoCloseable {

    /** How long an answer of the database is taken for several that ask the same. */
    static final Duration REMEMBERED_FOR = Duration.ofSeconds(1);

    static final Duration LOOK = Duration.ofSeconds(2);
    private static final int MAX_REMEMBERED = 10_000;

    private static final Logger log = LoggerFactory.getLogger(Admissions.class);

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final SignInCache changes;
    private final Clock clock;
    private final Cache<SignInProof, Remembered> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED_FOR)
            .maximumSize(MAX_REMEMBERED)
            .build();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean looking;
    private volatile boolean closed;

    Admissions(Accounts accounts, ApiTokens tokens, SignInCache changes, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Whether what let this thread's request in still holds, asked again each time, from any thread; the database at most
     * once a second.
     */
    public BooleanSupplier current() {
        SignInProof proof =
                SignedInAuthentication.proof(SecurityContextHolder.getContext().getAuthentication());
        return () -> holds(proof);
    }

    /**
     * Whether a person's sign-in still holds, as {@link Accounts#holds} tells; the database is asked at most once a second.
     *
     * @param since when the person signed in
     */
    public boolean holds(SignedIn person, Instant since) {
        return holds(new SignInProof.Account(person, since));
    }

    /**
     * Asks every two seconds whether an admission still holds.
     *
     * @param admission what to ask
     * @param ended run once, on another thread, when it holds no longer
     * @return what ends the watch
     */
    public Watch watch(BooleanSupplier admission, Runnable ended) {
        Watch watch = new Watch(admission, ended);
        watches.add(watch);
        lookOut();
        return watch;
    }

    /** An admission that is watched. */
    public final class Watch implements AutoCloseable {
        private final BooleanSupplier admission;
        private final Runnable ended;

        private Watch(BooleanSupplier admission, Runnable ended) {
            this.admission = admission;
            this.ended = ended;
        }

        private void look() {
            if (!admission.getAsBoolean() && watches.remove(this)) {
                // It may wait for a client that takes nothing, and must not keep the others waiting.
                Thread.ofVirtual().name("admission-ended").start(ended);
            }
        }

        /** Watches no longer. */
        @Override
        public void close() {
            watches.remove(this);
        }
    }

    private boolean holds(SignInProof proof) {
        long changesBefore = changes.changes();
        Remembered known = remembered.getIfPresent(proof);
        if (known != null && known.changesBefore() == changesBefore) {
            return known.holds();
        }
        boolean holds;
        try {
            holds = switch (proof) {
                case SignInProof.Account account -> accounts.holds(account.person(), account.since());
                case SignInProof.Token token -> tokens.holds(token.id(), token.role());
                case SignInProof.Until until -> clock.instant().isBefore(until.end());
            };
        } catch (DataAccessException e) {
            log.debug("Whether a sign-in still holds cannot be told", e);
            holds = true;
        }
        remembered.put(proof, new Remembered(holds, changesBefore));
        return holds;
    }

    /** What was found, and how many changes of accounts and tokens there had been by then. */
    private record Remembered(boolean holds, long changesBefore) {}

    private void lookOut() {
        lock.lock();
        try {
            if (!looking && !closed) {
                looking = true;
                Thread.ofVirtual().name("admissions").start(this::look);
            }
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        while (goesOn()) {
            LockSupport.parkNanos(LOOK.toNanos());
            for (Watch watch : watches) {
                try {
                    watch.look();
                } catch (RuntimeException e) {
                    log.warn("Whether a sign-in still holds cannot be told", e);
                }
            }
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            looking = !closed && !watches.isEmpty();
            return looking;
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
