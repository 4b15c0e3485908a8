package org.parley.access.oidc;

import org.springframework.security.core.AuthenticationException;

/**
 * The organisation's provider is unavailable or its response is invalid; answered with 503, since a retry may succeed.
 */
public final class ProviderUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private static final String MESSAGE = "Your organisation's sign-in provider is unavailable at the moment.";

    /** The provider was unavailable a moment ago, and is not tried again yet. */
    ProviderUnavailableException() {
        super(MESSAGE);
    }

    ProviderUnavailableException(Throwable cause) {
        super(MESSAGE, cause);
    }
}
