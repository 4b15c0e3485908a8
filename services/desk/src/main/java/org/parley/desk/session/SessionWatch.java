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
 * Ends a session whose account was closed, changed its role or got another password since it was opened. Of those whom
 * only a provider knows nothing is heard after they signed in, so their sessions end after a time.
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
            // The session itself stays: the token of the sign-in page that follows is kept in it.
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            SecurityContextHolder.clearContext();
        }
        next.doFilter(request, response);
    }

    private boolean holds(SignedIn person, Instant since) {
        return person.hasAccount() ? accounts.holds(person, since) : oidc.holds(since);
    }

    /** Goes on with a session whose account was changed by its own person. */
    public static void renew(HttpSession session) {
        session.setAttribute(AfterSignIn.SIGNED_IN_AT, Instant.now());
    }

    static Instant signedInAt(HttpSession session) {
        return session.getAttribute(AfterSignIn.SIGNED_IN_AT) instanceof Instant at ? at : Instant.EPOCH;
    }
}
