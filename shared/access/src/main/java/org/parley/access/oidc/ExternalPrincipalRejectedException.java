package org.parley.access.oidc;

import org.parley.domain.language.BilingualText;
import org.springframework.security.core.AuthenticationException;

/** The provider authenticated somebody who has no valid name or no role in Parley; answered with 403. */
public final class ExternalPrincipalRejectedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient BilingualText detail;

    ExternalPrincipalRejectedException(String english, String spanish) {
        super(english);
        this.detail = new BilingualText(english, spanish);
    }

    /** One or two sentences for that person. */
    public BilingualText detail() {
        return detail;
    }
}
