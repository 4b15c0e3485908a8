package org.parley.access.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in was refused without verifying the credential, after too many failures; answered with 429. */
public final class SignInThrottledException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    SignInThrottledException(Duration retryAfter) {
        super("Too many failed sign-ins.");
        this.retryAfter = retryAfter;
    }

    /** The time to wait in whole seconds, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
