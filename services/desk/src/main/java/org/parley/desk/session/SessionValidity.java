package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.oidc.OidcSignIn;
import org.parley.access.session.AuthenticationMonitor;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Checks during long-lived responses whether the session of the request is still valid, so that they end at sign-out.
 */
public final class SessionValidity {
    private final AuthenticationMonitor admissions;
    private final OidcSignIn oidc;

    SessionValidity(AuthenticationMonitor admissions, OidcSignIn oidc) {
        this.admissions = admissions;
        this.oidc = oidc;
    }

    /** A check that may be called repeatedly from any thread; without a signed-in user it is always true. */
    public BooleanSupplier checkFor(HttpServletRequest request) {
        ParleyPrincipal person = ParleyPrincipal.findCurrent().orElse(null);
        HttpSession session = request.getSession(false);
        return person == null || session == null ? () -> true : () -> holds(person, session);
    }

    private boolean holds(ParleyPrincipal person, HttpSession session) {
        try {
            Instant since = SessionValidationFilter.signedInAt(session);
            return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null
                    && (person.hasAccount() ? admissions.isValid(person, since) : oidc.isSessionValid(since));
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
