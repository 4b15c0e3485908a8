package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.parley.access.Admissions;
import org.parley.access.Oidc;
import org.parley.access.SignedIn;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Checks during long-lived responses whether the session of the request is still valid, so that they end at sign-out.
 */
public final class SessionStanding {
    private final Admissions admissions;
    private final Oidc oidc;

    SessionStanding(Admissions admissions, Oidc oidc) {
        this.admissions = admissions;
        this.oidc = oidc;
    }

    /** A check that may be called repeatedly from any thread; without a signed-in user it is always true. */
    public BooleanSupplier of(HttpServletRequest request) {
        SignedIn person = SignedIn.ifAny().orElse(null);
        HttpSession session = request.getSession(false);
        return person == null || session == null ? () -> true : () -> holds(person, session);
    }

    private boolean holds(SignedIn person, HttpSession session) {
        try {
            Instant since = SessionWatch.signedInAt(session);
            return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null
                    && (person.hasAccount() ? admissions.holds(person, since) : oidc.holds(since));
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
