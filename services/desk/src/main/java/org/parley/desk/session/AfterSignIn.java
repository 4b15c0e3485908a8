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

/** Takes whoever signed in to where they wanted to go, with what they had typed there. */
final class AfterSignIn implements AuthenticationSuccessHandler {
    static final String SIGNED_IN_AT = "parley.signed-in-at";

    private static final String TO = "parley.to";
    private static final String WAITING = "parley.waiting";

    /** Keeps in mind where somebody wanted to go who now goes to the provider. */
    static void remember(HttpServletRequest request) {
        request.getSession().setAttribute(TO, Objects.requireNonNullElse(request.getParameter("to"), "/"));
    }

    /** Keeps what was typed for somebody who may go to the provider now; a little of it, since anybody may send it. */
    static void keepWaiting(HttpSession session, Typed typed) {
        if (typed.isSmall()) {
            session.setAttribute(WAITING, typed);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        HttpSession session = request.getSession();
        session.setAttribute(SIGNED_IN_AT, Instant.now());
        Object waiting = taken(session, WAITING);
        Object remembered = taken(session, TO);
        boolean fromProvider = signedIn.getPrincipal() instanceof OidcPerson;
        Typed typed = fromProvider && waiting instanceof Typed kept ? kept : Typed.along(request);
        if (typed != null) {
            typed.keep(session);
            response.sendRedirect(typed.path());
            return;
        }
        String to = fromProvider && remembered instanceof String page ? page : request.getParameter("to");
        response.sendRedirect(to != null && Paths.isOwn(to) ? to : "/");
    }

    private static @Nullable Object taken(HttpSession session, String name) {
        Object value = session.getAttribute(name);
        session.removeAttribute(name);
        return value;
    }
}
