package org.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing. Failures are counted three ways: for one account from one address, for one address whatever the
 * account, and for one account wherever they come from, so that a guesser with many addresses is stopped too. After too
 * many of one sort, sign-in waits until the window that began with the first failure is over. The last count never holds
 * up an address that the account signed in from lately: no stranger locks an editor out of their own office.
 *
 * <p>A success does not clear a count, or a guesser beside an honest user would never be stopped. Bounded in memory, and
 * forgotten with the process.
 */
final class SignInThrottle {

    static final int FAILURES_PER_ACCOUNT_AND_ADDRESS = 10;
    static final int FAILURES_PER_ADDRESS = 100;
    static final int FAILURES_PER_ACCOUNT = 50;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MAX_REMEMBERED = 100_000;

    private static final String ANY = "";
    private static final String NO_ACCOUNT = "";

    private final Clock clock;
    private final BiPredicate<String, String> isKnown;
    private final Cache<Source, Failures> failures = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MAX_REMEMBERED)
            .build();

    /**
     * A throttle that has counted nothing.
     *
     * @param isKnown whether an account signed in from an address lately; asked only once the account's own count is full
     */
    SignInThrottle(Clock clock, BiPredicate<String, String> isKnown) {
        this.clock = clock;
        this.isKnown = isKnown;
    }

    /**
     * Lets the attempt through or not.
     *
     * @param address as {@link ClientAddress} counts it
     * @throws TooManyFailures if it has to wait
     */
    void admit(String name, String address) {
        String account = account(name);
        admit(new Source(Sort.ACCOUNT_AND_ADDRESS, account, address), FAILURES_PER_ACCOUNT_AND_ADDRESS);
        admit(new Source(Sort.ADDRESS, ANY, address), FAILURES_PER_ADDRESS);
        Duration wait = wait(new Source(Sort.ACCOUNT, account, ANY), FAILURES_PER_ACCOUNT);
        if (wait != null && !isKnown.test(account, address)) {
            throw new TooManyFailures(wait);
        }
    }

    void failed(String name, String address) {
        String account = account(name);
        count(new Source(Sort.ACCOUNT_AND_ADDRESS, account, address));
        count(new Source(Sort.ADDRESS, ANY, address));
        count(new Source(Sort.ACCOUNT, account, ANY));
    }

    /**
     * Lets a token be looked up or not. Apart from the passwords: no program makes people wait, nor they a program.
     *
     * @throws TooManyFailures if it has to wait
     */
    void admitToken(String address) {
        admit(new Source(Sort.TOKENS, ANY, address), FAILURES_PER_ADDRESS);
    }

    void failedToken(String address) {
        count(new Source(Sort.TOKENS, ANY, address));
    }

    private void admit(Source source, int limit) {
        Duration wait = wait(source, limit);
        if (wait != null) {
            throw new TooManyFailures(wait);
        }
    }

    private @Nullable Duration wait(Source source, int limit) {
        Failures seen = failures.getIfPresent(source);
        Instant now = clock.instant();
        return seen != null && seen.count() >= limit && now.isBefore(seen.until())
                ? Duration.between(now, seen.until())
                : null;
    }

    private void count(Source source) {
        Instant now = clock.instant();
        failures.asMap().compute(source, (key, seen) -> Failures.after(seen, now));
    }

    /** Names that no account can have share one count. */
    private static String account(String name) {
        return AccountName.isValid(name) ? name : NO_ACCOUNT;
    }

    private enum Sort {
        ACCOUNT_AND_ADDRESS,
        ADDRESS,
        ACCOUNT,
        TOKENS
    }

    private record Source(Sort sort, String account, String address) {}

    private record Failures(int count, Instant until) {

        static Failures after(@Nullable Failures seen, Instant now) {
            return seen == null || !now.isBefore(seen.until())
                    ? new Failures(1, now.plus(WINDOW))
                    : new Failures(seen.count() + 1, seen.until());
        }
    }
}
