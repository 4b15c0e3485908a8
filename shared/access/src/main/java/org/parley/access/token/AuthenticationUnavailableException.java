package org.parley.access.token;

import org.springframework.security.core.AuthenticationException;

/** A credential cannot be verified at the moment; answered with 503, since a retry may succeed. */
public final class AuthenticationUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** The message is a sentence for the caller. */
    AuthenticationUnavailableException(String why, Throwable cause) {
        super(why, cause);
    }
}
