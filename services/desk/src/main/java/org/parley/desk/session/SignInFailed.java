package org.parley.desk.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the sign-in page again with what went wrong, and keeps what goes along. */
final class SignInFailed implements AuthenticationFailureHandler {
    static final String FAILURE = "failure";

    private static final int TRY_AGAIN_SECONDS = 60;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof BadCredentialsException) {
            fail(request, response, "wrong", HttpServletResponse.SC_UNAUTHORIZED);
        } else if (failure instanceof InternalAuthenticationServiceException) {
            fail(request, response, "unavailable", HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(TRY_AGAIN_SECONDS));
            fail(request, response, "tooMany", 429);
        }
    }

    private static void fail(HttpServletRequest request, HttpServletResponse response, String why, int status)
            throws IOException, ServletException {
        request.setAttribute(FAILURE, why);
        request.setAttribute(ToSignIn.TYPED, Typed.along(request));
        response.setStatus(status);
        request.getRequestDispatcher(SignInController.FORM).forward(request, response);
    }
}
