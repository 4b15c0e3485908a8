package org.parley.desk.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.access.oidc.ExternalPrincipalRejectedException;
import org.parley.access.oidc.ProviderUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the sign-in page again with the reason, and keeps the saved input. */
final class SignInFailureHandler implements AuthenticationFailureHandler {
    static final String FAILURE = "failure";
    static final String DETAIL = "failure-detail";

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailureHandler.class);

    private static final int TRY_AGAIN_SECONDS = 60;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof ExternalPrincipalRejectedException) {
            request.setAttribute(DETAIL, failure.getMessage());
            fail(request, response, "notAdmitted", HttpServletResponse.SC_FORBIDDEN);
        } else if (failure instanceof ProviderUnavailableException
                || failure.getCause() instanceof ProviderUnavailableException) {
            LOG.warn(
                    "the identity provider is unavailable: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
            fail(request, response, "away", HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (failure instanceof OAuth2AuthenticationException) {
            // The message may contain parts of the request's address.
            LOG.warn(
                    "sign-in with the identity provider failed: {}",
                    String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " "));
            fail(request, response, "unproven", HttpServletResponse.SC_UNAUTHORIZED);
        } else if (failure instanceof BadCredentialsException) {
            fail(request, response, "wrong", HttpServletResponse.SC_UNAUTHORIZED);
        } else if (failure instanceof InternalAuthenticationServiceException) {
            fail(request, response, "unavailable", HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(TRY_AGAIN_SECONDS));
            fail(request, response, "tooMany", 429);
        }
    }

    private static void fail(HttpServletRequest request, HttpServletResponse response, String failureCode, int status)
            throws IOException, ServletException {
        request.setAttribute(FAILURE, failureCode);
        request.setAttribute(SignInEntryPoint.SAVED_INPUT, SavedInput.fromSignInPage(request));
        response.setStatus(status);
        request.getRequestDispatcher(SignInController.FORM).forward(request, response);
    }
}
