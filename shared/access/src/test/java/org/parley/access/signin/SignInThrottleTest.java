package org.parley.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.access.SettableClock;

class SignInThrottleTest {

    static final String ADDRESS = "192.0.2.1";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-08-15T12:00:00Z"));
    final Set<String> known = new HashSet<>();
    final SignInThrottle throttle = new SignInThrottle(
            new SettableClock(now::get), (account, address) -> known.contains(account + " " + address));

    void fail(int times, String name) {
        IntStream.range(0, times).forEach(n -> throttle.recordFailure(name, ADDRESS));
    }

    @Test
    void allowsSignInAfterWindow() {
        fail(1, "ed");
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(4)));
        fail(SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS - 1, "ed");

        assertThatThrownBy(() -> throttle.admit("ed", ADDRESS))
                .isInstanceOfSatisfying(
                        SignInThrottledException.class,
                        refused -> assertThat(refused.retryAfterSeconds()).isEqualTo(60));
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
        assertThatCode(() -> throttle.admit("ed", ADDRESS)).doesNotThrowAnyException();
        fail(1, "ed");
        assertThatCode(() -> throttle.admit("ed", ADDRESS)).doesNotThrowAnyException();
    }

    @Test
    void doesNotAffectOtherAccountOrAddress() {
        fail(SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS, "ed");

        assertThatCode(() -> throttle.admit("rita", ADDRESS)).doesNotThrowAnyException();
        assertThatCode(() -> throttle.admit("ed", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void limitsFailuresPerAddress() {
        IntStream.range(0, SignInThrottle.FAILURES_PER_ADDRESS).forEach(n -> fail(1, "name" + n));

        assertThatThrownBy(() -> throttle.admit("rita", ADDRESS)).isInstanceOf(SignInThrottledException.class);
    }

    @Test
    void limitsFailuresPerAccountExceptFromKnownAddress() {
        known.add("ed 192.0.2.200");
        IntStream.range(0, SignInThrottle.FAILURES_PER_ACCOUNT)
                .forEach(n -> throttle.recordFailure("ed", "198.51.100." + n));

        assertThatThrownBy(() -> throttle.admit("ed", "192.0.2.2")).isInstanceOf(SignInThrottledException.class);
        assertThatCode(() -> throttle.admit("ed", "192.0.2.200")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.admit("rita", "192.0.2.2")).doesNotThrowAnyException();

        IntStream.range(0, SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS)
                .forEach(n -> throttle.recordFailure("ed", "192.0.2.200"));
        assertThatThrownBy(() -> throttle.admit("ed", "192.0.2.200"))
                .as("guesses from the known address itself")
                .isInstanceOf(SignInThrottledException.class);
    }

    @Test
    void countsInvalidNamesTogether() {
        IntStream.range(0, SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS).forEach(n -> fail(1, "No Name " + n));

        assertThatThrownBy(() -> throttle.admit("No Other", ADDRESS)).isInstanceOf(SignInThrottledException.class);
    }
}
