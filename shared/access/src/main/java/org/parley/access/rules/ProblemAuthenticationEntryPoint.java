package org.parley.access.rules;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.parley.access.oidc.ExternalPrincipalRejectedException;
import org.parley.access.oidc.ProviderUnavailableException;
import org.parley.access.problem.ProblemResponse;
import org.parley.access.signin.PasswordSignInDisabledException;
import org.parley.access.signin.SignInThrottledException;
import org.parley.access.token.AuthenticationUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers unauthenticated requests: 401, 429 after too many failures, or 503 while credentials cannot be verified. */
final class ProblemAuthenticationEntryPoint implements AuthenticationEntryPoint {

    private static final Logger log = LoggerFactory.getLogger(ProblemAuthenticationEntryPoint.class);

    private static final String BASIC = "Basic realm=\"" + AccessRules.REALM + "\"";
    private static final String BEARER = "Bearer realm=\"" + AccessRules.REALM + "\"";
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final boolean local;

    /**
     * Creates the entry point.
     *
     * @param local whether password sign-in is enabled; if not, no Basic challenge is sent
     */
    ProblemAuthenticationEntryPoint(boolean local) {
        this.local = local;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        switch (refusal) {
            case SignInThrottledException tooMany -> {
                long seconds = tooMany.retryAfterSeconds();
                new ProblemResponse(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "Too many failed sign-ins for this account, or from your address. Try again in "
                                        + seconds + " seconds; until then the correct password is refused too.")
                        .retryAfter(Duration.ofSeconds(seconds))
                        .write(request, response);
            }
            case InternalAuthenticationServiceException internal -> {
                log.error("Sign-in failed because the accounts cannot be read", internal);
                new ProblemResponse(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Accounts cannot be read at the moment. Try again soon.")
                        .retryAfter(RETRY)
                        .write(request, response);
            }
            case AuthenticationUnavailableException unavailable -> unavailable(request, response, unavailable);
            case ProviderUnavailableException unavailable -> unavailable(request, response, unavailable);
            case ExternalPrincipalRejectedException rejected ->
                new ProblemResponse(HttpStatus.FORBIDDEN, String.valueOf(rejected.getMessage()))
                        .write(request, response);
            case PasswordSignInDisabledException disabled -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
                new ProblemResponse(HttpStatus.UNAUTHORIZED, String.valueOf(disabled.getMessage()))
                        .write(request, response);
            }
            case OAuth2AuthenticationException bearer -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"");
                new ProblemResponse(
                                HttpStatus.UNAUTHORIZED,
                                "The token is not valid: it is unknown, expired, revoked or for another service, or its"
                                        + " owner's account is disabled.")
                        .write(request, response);
            }
            default -> {
                if (local) {
                    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
                }
                if (refusal instanceof InsufficientAuthenticationException) {
                    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
                }
                new ProblemResponse(HttpStatus.UNAUTHORIZED, detail(refusal)).write(request, response);
            }
        }
    }

    private static void unavailable(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        log.error(
                "A bearer token cannot be verified: {}",
                NestedExceptionUtils.getMostSpecificCause(cause).toString());
        new ProblemResponse(HttpStatus.SERVICE_UNAVAILABLE, cause.getMessage() + " Try again soon.")
                .retryAfter(RETRY)
                .write(request, response);
    }

    private String detail(AuthenticationException refusal) {
        if (!(refusal instanceof InsufficientAuthenticationException)) {
            return "The name or the password is wrong. A chief can give your account a new password.";
        }
        String account = refusal.getCause() instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof RoleAuthorization.RoleDecision decision
                ? "an account with the role " + decision.role()
                : "an account";
        return "This needs " + account
                + (local
                        ? ". Send its name and password with HTTP Basic, or a token as Bearer."
                        : ". Send a token as Bearer.");
    }
}
