package org.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing: after so many failures from one address, for one account or for any, sign-in from there waits
 * until the window that began with the first failure is over. A success does not clear the count, or a guesser beside an
 * honest user would never be stopped. Bounded in memory, and forgotten with the process.
 */
final class SignInThrottle {

    static final int FAILURES_PER_ACCOUNT = 10;
    static final int FAILURES_PER_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MAX_REMEMBERED = 100_000;

    private static final String ANY_ACCOUNT = "*";
    private static final String NO_ACCOUNT = "";
    private static final String TOKENS = "/";
    private static final int MAX_ADDRESS_LENGTH = 64;

    private final Clock clock;
    private final Cache<Source, Failures> failures = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MAX_REMEMBERED)
            .build();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets the attempt through or not.
     *
     * @throws TooManyFailures if it has to wait
     */
    void admit(String name, String address) {
        admit(Source.account(name, address), FAILURES_PER_ACCOUNT);
        admit(Source.anyAccount(address), FAILURES_PER_ADDRESS);
    }

    void failed(String name, String address) {
        count(Source.account(name, address));
        count(Source.anyAccount(address));
    }

    /**
     * Lets a token be looked up or not. Apart from the passwords: no program makes people wait, nor they a program.
     *
     * @throws TooManyFailures if it has to wait
     */
    void admitToken(String address) {
        admit(Source.tokens(address), FAILURES_PER_ADDRESS);
    }

    void failedToken(String address) {
        count(Source.tokens(address));
    }

    private void admit(Source source, int limit) {
        Failures seen = failures.getIfPresent(source);
        Instant now = clock.instant();
        if (seen != null && seen.count() >= limit && now.isBefore(seen.until())) {
            throw new TooManyFailures(Duration.between(now, seen.until()));
        }
    }

    private void count(Source source) {
        Instant now = clock.instant();
        failures.asMap().compute(source, (key, seen) -> Failures.after(seen, now));
    }

    private record Source(String account, String address) {

        /** Names that no account can have share one count. */
        static Source account(String name, String address) {
            return new Source(AccountName.isValid(name) ? name : NO_ACCOUNT, shortened(address));
        }

        static Source tokens(String address) {
            return new Source(TOKENS, shortened(address));
        }

        static Source anyAccount(String address) {
            return new Source(ANY_ACCOUNT, shortened(address));
        }

        /** Behind a proxy the address is whatever a header said. */
        private static String shortened(String address) {
            return address.substring(0, Math.min(address.length(), MAX_ADDRESS_LENGTH));
        }
    }

    private record Failures(int count, Instant until) {

        static Failures after(@Nullable Failures seen, Instant now) {
            return seen == null || !now.isBefore(seen.until())
                    ? new Failures(1, now.plus(WINDOW))
                    : new Failures(seen.count() + 1, seen.until());
        }
    }
}
