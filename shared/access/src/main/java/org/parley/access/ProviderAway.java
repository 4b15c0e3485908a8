package org.parley.access;

import org.springframework.security.core.AuthenticationException;

/** The organisation's provider cannot be reached, or does not say what it must; asking again may help. */
public final class ProviderAway extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private static final String WHAT = "The provider that vouches for you cannot be reached at the moment.";

    /** It was away a moment ago. */
    ProviderAway() {
        super(WHAT);
    }

    ProviderAway(Throwable cause) {
        super(WHAT, cause);
    }
}
