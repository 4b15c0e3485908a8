package org.parley.access.token;

import org.parley.domain.language.BilingualText;
import org.springframework.security.core.AuthenticationException;

/** A credential cannot be verified at the moment; answered with 503, since a retry may succeed. */
public final class AuthenticationUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient BilingualText detail;

    AuthenticationUnavailableException(BilingualText detail, Throwable cause) {
        super(detail.english(), cause);
        this.detail = detail;
    }

    /** A sentence for the caller. */
    public BilingualText detail() {
        return detail;
    }
}
