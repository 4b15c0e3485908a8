package org.parley.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;

/** Counts failed and throttled sign-ins. */
final class SignInMeters {
    private final Counter failed;
    private final Counter throttled;

    SignInMeters(MeterRegistry registry) {
        failed = Counter.builder("parley.signin.failed")
                .description("Sign-ins with a wrong name or password")
                .register(registry);
        throttled = Counter.builder("parley.signin.throttled")
                .description("Sign-ins refused without a check, after too many failures")
                .register(registry);
    }

    @EventListener
    void on(AuthenticationFailureBadCredentialsEvent failure) {
        failed.increment();
    }

    @EventListener
    void on(AuthenticationFailureLockedEvent failure) {
        throttled.increment();
    }
}
