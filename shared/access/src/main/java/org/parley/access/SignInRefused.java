package org.parley.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers who is not signed in: 401, or 429 after too many failures, or 503 while accounts cannot be read. */
final class SignInRefused implements AuthenticationEntryPoint {

    private static final Logger log = LoggerFactory.getLogger(SignInRefused.class);

    private static final int DATABASE_RETRY_SECONDS = 5;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        switch (refusal) {
            case TooManyFailures tooMany -> {
                long seconds = tooMany.retryAfterSeconds();
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                new ProblemJson(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "Too many failed sign-ins from your address. Try again in " + seconds
                                        + " seconds; until then the right password is refused too.")
                        .write(response);
            }
            case InternalAuthenticationServiceException internal -> {
                log.error("Sign-in failed because the accounts cannot be read", internal);
                response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DATABASE_RETRY_SECONDS));
                new ProblemJson(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Accounts cannot be read at the moment. Try again soon.")
                        .write(response);
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + AccessRules.REALM + "\"");
                new ProblemJson(HttpStatus.UNAUTHORIZED, detail(refusal)).write(response);
            }
        }
    }

    private static String detail(AuthenticationException refusal) {
        if (!(refusal instanceof InsufficientAuthenticationException)) {
            return "The name or the password is wrong. A chief can give your account a new password.";
        }
        String account = refusal.getCause() instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof NeedsRole.Verdict verdict
                ? "an account with the role " + verdict.needed()
                : "an account";
        return "This needs " + account + ". Send its name and password with HTTP Basic.";
    }
}
