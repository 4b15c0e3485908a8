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
 * Answers who may not. A form whose token is not known any more mostly comes from a session that has ended: whoever sent
 * it signs in again and finds it as it was.
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
