package org.parley.access.oidc;

import org.springframework.security.core.AuthenticationException;

/** The provider authenticated somebody who has no valid name or no role in Parley; answered with 403. */
public final class ExternalPrincipalRejectedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** The message is one or two sentences for that person. */
    ExternalPrincipalRejectedException(String message) {
        super(message);
    }
}
