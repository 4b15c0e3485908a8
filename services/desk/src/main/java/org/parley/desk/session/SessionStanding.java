package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.parley.access.Admissions;
import org.parley.access.Oidc;
import org.parley.access.SignedIn;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Tells whether the session that a request came with still holds, for answers that last: signed out is out. */
public final class SessionStanding {
    private final Admissions admissions;
    private final Oidc oidc;

    SessionStanding(Admissions admissions, Oidc oidc) {
        this.admissions = admissions;
        this.oidc = oidc;
    }

    /** Asked again each time, from any thread; without a person it always holds. */
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
