package org.parley.desk.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.parley.access.account.AccountRepository;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.oidc.OidcSignIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out sessions whose account was disabled, or changed its role or password, after the sign-in. Sessions of the
 * identity provider's users end after a maximum time, because the provider does not report changes.
 */
public final class SessionValidationFilter extends OncePerRequestFilter {
    private final AccountRepository accounts;
    private final OidcSignIn oidc;

    SessionValidationFilter(AccountRepository accounts, OidcSignIn oidc) {
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
                && ParleyPrincipal.findCurrent()
                        .filter(person -> !holds(person, signedInAt(session)))
                        .isPresent()) {
            // The session itself stays: it holds the CSRF token of the sign-in page that follows.
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            SecurityContextHolder.clearContext();
        }
        next.doFilter(request, response);
    }

    private boolean holds(ParleyPrincipal person, Instant since) {
        return person.hasAccount() ? accounts.isSignInValid(person, since) : oidc.isSessionValid(since);
    }

    /** Keeps a session valid after its own user changed the account. */
    public static void renew(HttpSession session) {
        session.setAttribute(SignInSuccessHandler.SIGNED_IN_AT, Instant.now());
    }

    static Instant signedInAt(HttpSession session) {
        return session.getAttribute(SignInSuccessHandler.SIGNED_IN_AT) instanceof Instant at ? at : Instant.EPOCH;
    }
}
