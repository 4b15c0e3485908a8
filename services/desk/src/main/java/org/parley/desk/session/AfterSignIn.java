package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Takes whoever signed in to where they wanted to go, with what they had typed there. */
final class AfterSignIn implements AuthenticationSuccessHandler {
    static final String SIGNED_IN_AT = "parley.signed-in-at";

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        request.getSession().setAttribute(SIGNED_IN_AT, Instant.now());
        Typed typed = Typed.along(request);
        if (typed != null) {
            typed.keep(request.getSession());
            response.sendRedirect(typed.path());
            return;
        }
        String to = request.getParameter("to");
        response.sendRedirect(to != null && Paths.isOwn(to) ? to : "/");
    }
}
