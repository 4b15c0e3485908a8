package org.parley.desk.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.access.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers requests without permission. A form with an unknown CSRF token usually comes from a session that has expired:
 * the user signs in again and finds the form with its input.
 */
final class PageRefused implements AccessDeniedHandler {
    static final String NEEDS = "needs";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException || SignedIn.ifAny().isEmpty()) {
            ToSignIn.send(request, response);
        } else {
            request.setAttribute(NEEDS, request.getRequestURI().startsWith("/chief") ? "CHIEF" : "EDITOR");
            request.getRequestDispatcher(SignInController.FORM).forward(request, response);
        }
    }
}
