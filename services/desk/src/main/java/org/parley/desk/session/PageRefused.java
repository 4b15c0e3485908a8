package org.parley.desk.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.parley.access.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers who may not. A form whose token is not known any more mostly comes from a session that has ended: whoever sent
 * it signs in again and finds it as it was. A form that is too large is not read at all, so that its token is missing too.
 */
final class PageRefused implements AccessDeniedHandler {
    static final String NEEDS = "needs";

    /** The server reads no larger texts of forms. */
    private static final long FORM_MAX = 8L * 1024 * 1024;

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException && isTooLarge(request)) {
            response.sendRedirect(request.getRequestURI() + "?tooLarge");
        } else if (refusal instanceof CsrfException || SignedIn.ifAny().isEmpty()) {
            ToSignIn.send(request, response);
        } else {
            request.setAttribute(NEEDS, request.getRequestURI().startsWith("/chief") ? "CHIEF" : "EDITOR");
            request.getRequestDispatcher(SignInController.FORM).forward(request, response);
        }
    }

    private static boolean isTooLarge(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE) && request.getContentLengthLong() > FORM_MAX;
    }
}
