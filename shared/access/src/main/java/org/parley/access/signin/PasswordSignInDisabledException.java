package org.parley.access.signin;

import org.parley.domain.language.BilingualText;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** A sign-in with a password was refused because password sign-in is disabled ({@code parley.access.local=false}). */
public final class PasswordSignInDisabledException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** What to do instead. */
    public static final BilingualText DETAIL = new BilingualText(
            "Password sign-in is disabled. Sign in at the desk with your organisation's provider; programs send a"
                    + " token as Bearer.",
            "La entrada con contraseña está desactivada. Entre en las páginas con el proveedor de su organización; los"
                    + " programas envían un token como Bearer.");

    PasswordSignInDisabledException() {
        super(DETAIL.english());
    }

    /** Refuses every password. */
    public static final class RejectingProvider implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication attempt) {
            throw new PasswordSignInDisabledException();
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
        }
    }
}
