package org.parley.access.oidc;

import org.parley.domain.language.BilingualText;
import org.springframework.security.core.AuthenticationException;

/**
 * The organisation's provider is unavailable or its response is invalid; answered with 503, since a retry may succeed.
 */
public final class ProviderUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** A sentence for the caller. */
    public static final BilingualText DETAIL = new BilingualText(
            "Your organisation's sign-in provider is unavailable at the moment.",
            "El proveedor de entrada de su organización no está disponible en este momento.");

    /** The provider was unavailable a moment ago, and is not tried again yet. */
    ProviderUnavailableException() {
        super(DETAIL.english());
    }

    ProviderUnavailableException(Throwable cause) {
        super(DETAIL.english(), cause);
    }
}
