package org.parley.desk.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.access.identity.ParleyPrincipal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers requests without permission. A form with an unknown CSRF token usually belongs to a session that has expired:
 * the user signs in again and finds the form with its input.
 */
final class PageAccessDeniedHandler implements AccessDeniedHandler {
    static final String REQUIRED_ROLE = "needs";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException || ParleyPrincipal.findCurrent().isEmpty()) {
            SignInEntryPoint.send(request, response);
        } else {
            request.setAttribute(REQUIRED_ROLE, request.getRequestURI().startsWith("/chief") ? "CHIEF" : "EDITOR");
            request.getRequestDispatcher(SignInController.FORM).forward(request, response);
        }
    }
}
