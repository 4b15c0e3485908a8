package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** After sign-in, redirects to the requested page and restores the input of its form. */
final class SignInSuccessHandler implements AuthenticationSuccessHandler {
    static final String SIGNED_IN_AT = "parley.signed-in-at";

    private static final String TARGET = "parley.to";
    private static final String PENDING_INPUT = "parley.waiting";

    /** Stores the requested page in the session before the redirect to the identity provider. */
    static void saveTarget(HttpServletRequest request) {
        request.getSession().setAttribute(TARGET, Objects.requireNonNullElse(request.getParameter("to"), "/"));
    }

    /**
     * Stores the input of a form in the session before a redirect to the identity provider. Only small inputs are
     * stored, because the request is not authenticated.
     */
    static void savePendingInput(HttpSession session, SavedInput typed) {
        if (typed.isSmall()) {
            session.setAttribute(PENDING_INPUT, typed);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        HttpSession session = request.getSession();
        session.setAttribute(SIGNED_IN_AT, Instant.now());
        Object pendingInput = takeAttribute(session, PENDING_INPUT);
        Object target = takeAttribute(session, TARGET);
        boolean fromProvider = signedIn.getPrincipal() instanceof OidcPrincipal;
        SavedInput typed =
                fromProvider && pendingInput instanceof SavedInput saved ? saved : SavedInput.fromSignInPage(request);
        if (typed != null) {
            typed.saveIn(session);
            response.sendRedirect(typed.path());
            return;
        }
        String to = fromProvider && target instanceof String page ? page : request.getParameter("to");
        response.sendRedirect(to != null && LocalPaths.isOwn(to) ? to : "/");
    }

    private static @Nullable Object takeAttribute(HttpSession session, String name) {
        Object value = session.getAttribute(name);
        session.removeAttribute(name);
        return value;
    }
}
