package org.parley.desk.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.parley.access.Accounts;
import org.parley.access.Oidc;
import org.parley.access.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out sessions whose account was disabled, or changed its role or password, after the sign-in. Sessions of the
 * identity provider's users end after a maximum time, because the provider does not report changes.
 */
public final class SessionWatch extends OncePerRequestFilter {
    private final Accounts accounts;
    private final Oidc oidc;

    SessionWatch(Accounts accounts, Oidc oidc) {
        this.accounts = accounts;
        this.oidc = oidc;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/desk/")
                || request.getRequestURI().startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && SignedIn.ifAny()
                        .filter(person -> !holds(person, signedInAt(session)))
                        .isPresent()) {
            // The session itself stays: it holds the CSRF token of the sign-in page that follows.
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            SecurityContextHolder.clearContext();
        }
        next.doFilter(request, response);
    }

    private boolean holds(SignedIn person, Instant since) {
        return person.hasAccount() ? accounts.holds(person, since) : oidc.holds(since);
    }

    /** Keeps a session valid after its own user changed the account. */
    public static void renew(HttpSession session) {
        session.setAttribute(AfterSignIn.SIGNED_IN_AT, Instant.now());
    }

    static Instant signedInAt(HttpSession session) {
        return session.getAttribute(AfterSignIn.SIGNED_IN_AT) instanceof Instant at ? at : Instant.EPOCH;
    }
}
