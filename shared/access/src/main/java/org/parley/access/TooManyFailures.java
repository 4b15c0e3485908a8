package org.parley.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in was refused without verifying the credential, after too many failures; answered with 429. */
final class TooManyFailures extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyFailures(Duration retryAfter) {
        super("Too many failed sign-ins.");
        this.retryAfter = retryAfter;
    }

    /** The time to wait in whole seconds, at least one. */
    long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
