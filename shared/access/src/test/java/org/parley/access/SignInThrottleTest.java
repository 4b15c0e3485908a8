package org.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    static final String HERE = "192.0.2.1";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-08-15T12:00:00Z"));
    final SignInThrottle throttle = new SignInThrottle(new SetClock(now::get));

    void fail(int times, String name) {
        IntStream.range(0, times).forEach(n -> throttle.failed(name, HERE));
    }

    @Test
    void theWaitEndsWithTheWindow() {
        fail(1, "ed");
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(4)));
        fail(SignInThrottle.FAILURES_PER_ACCOUNT - 1, "ed");

        assertThatThrownBy(() -> throttle.admit("ed", HERE))
                .isInstanceOfSatisfying(TooManyFailures.class, refused -> assertThat(refused.retryAfterSeconds())
                        .isEqualTo(60));
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
        assertThatCode(() -> throttle.admit("ed", HERE)).doesNotThrowAnyException();
        fail(1, "ed");
        assertThatCode(() -> throttle.admit("ed", HERE)).doesNotThrowAnyException();
    }

    @Test
    void anotherAccountAndAnotherAddressAreNotHeldUp() {
        fail(SignInThrottle.FAILURES_PER_ACCOUNT, "ed");

        assertThatCode(() -> throttle.admit("rita", HERE)).doesNotThrowAnyException();
        assertThatCode(() -> throttle.admit("ed", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void guessingManyNamesFromOneAddressIsHeldUpToo() {
        IntStream.range(0, SignInThrottle.FAILURES_PER_ADDRESS).forEach(n -> fail(1, "name" + n));

        assertThatThrownBy(() -> throttle.admit("rita", HERE)).isInstanceOf(TooManyFailures.class);
    }

    @Test
    void namesThatCannotBeShareOneCount() {
        IntStream.range(0, SignInThrottle.FAILURES_PER_ACCOUNT).forEach(n -> fail(1, "No Name " + n));

        assertThatThrownBy(() -> throttle.admit("No Other", HERE)).isInstanceOf(TooManyFailures.class);
    }
}
