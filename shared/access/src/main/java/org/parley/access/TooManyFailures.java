package org.parley.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Sign-in was not even tried: too many failures before it. */
final class TooManyFailures extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyFailures(Duration retryAfter) {
        super("Too many failed sign-ins.");
        this.retryAfter = retryAfter;
    }

    /** Whole seconds to wait, at least one. */
    long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
