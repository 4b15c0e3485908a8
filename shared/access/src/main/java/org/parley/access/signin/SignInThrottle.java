package org.parley.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.parley.access.http.ClientAddress;
import org.parley.access.identity.AccountName;

/**
 * Slows down guessing. Failures are counted in three ways: per account and address, per address, and per account, so
 * that an attacker with many addresses is stopped too. When a limit is reached, attempts are refused until the window
 * that began with the first failure ends. The limit per account does not apply to addresses from which the account
 * signed in recently: an attacker cannot lock an editor out of their own office.
 *
 * <p>A success does not reset a count: otherwise an attacker who shares an address with an active user would never be
 * stopped. The counts are limited in number and kept in memory only.
 */
public final class SignInThrottle {

    public static final int FAILURES_PER_ACCOUNT_AND_ADDRESS = 10;
    public static final int FAILURES_PER_ADDRESS = 100;
    static final int FAILURES_PER_ACCOUNT = 50;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MAX_ENTRIES = 100_000;

    private static final String ANY = "";
    private static final String NO_ACCOUNT = "";

    private final Clock clock;
    private final BiPredicate<String, String> isKnown;
    private final Cache<Source, Failures> failures = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MAX_ENTRIES)
            .build();

    /**
     * Creates a throttle without failures.
     *
     * @param isKnown whether an account signed in from an address recently; called only when the limit per account is
     *     reached
     */
    public SignInThrottle(Clock clock, BiPredicate<String, String> isKnown) {
        this.clock = clock;
        this.isKnown = isKnown;
    }

    /**
     * Checks whether an attempt is allowed.
     *
     * @param address as {@link ClientAddress} normalizes it
     * @throws SignInThrottledException if a limit is reached
     */
    void admit(String name, String address) {
        String account = account(name);
        admit(new Source(FailureKind.ACCOUNT_AND_ADDRESS, account, address), FAILURES_PER_ACCOUNT_AND_ADDRESS);
        admit(new Source(FailureKind.ADDRESS, ANY, address), FAILURES_PER_ADDRESS);
        Duration wait = wait(new Source(FailureKind.ACCOUNT, account, ANY), FAILURES_PER_ACCOUNT);
        if (wait != null && !isKnown.test(account, address)) {
            throw new SignInThrottledException(wait);
        }
    }

    public void recordFailure(String name, String address) {
        String account = account(name);
        count(new Source(FailureKind.ACCOUNT_AND_ADDRESS, account, address));
        count(new Source(FailureKind.ADDRESS, ANY, address));
        count(new Source(FailureKind.ACCOUNT, account, ANY));
    }

    /**
     * Checks whether a token may be looked up. Tokens are counted separately from passwords, so that programs do not
     * lock out people, nor people programs.
     *
     * @throws SignInThrottledException if the limit is reached
     */
    public void admitToken(String address) {
        admit(new Source(FailureKind.TOKENS, ANY, address), FAILURES_PER_ADDRESS);
    }

    public void recordTokenFailure(String address) {
        count(new Source(FailureKind.TOKENS, ANY, address));
    }

    private void admit(Source source, int limit) {
        Duration wait = wait(source, limit);
        if (wait != null) {
            throw new SignInThrottledException(wait);
        }
    }

    private @Nullable Duration wait(Source source, int limit) {
        Failures previous = failures.getIfPresent(source);
        Instant now = clock.instant();
        return previous != null && previous.count() >= limit && now.isBefore(previous.until())
                ? Duration.between(now, previous.until())
                : null;
    }

    private void count(Source source) {
        Instant now = clock.instant();
        failures.asMap().compute(source, (key, previous) -> Failures.after(previous, now));
    }

    /** All names that break the rule share one count, since no account has one. */
    private static String account(String name) {
        return AccountName.isValid(name) ? name : NO_ACCOUNT;
    }

    private enum FailureKind {
        ACCOUNT_AND_ADDRESS,
        ADDRESS,
        ACCOUNT,
        TOKENS
    }

    private record Source(FailureKind sort, String account, String address) {}

    private record Failures(int count, Instant until) {

        static Failures after(@Nullable Failures previous, Instant now) {
            return previous == null || !now.isBefore(previous.until())
                    ? new Failures(1, now.plus(WINDOW))
                    : new Failures(previous.count() + 1, previous.until());
        }
    }
}
