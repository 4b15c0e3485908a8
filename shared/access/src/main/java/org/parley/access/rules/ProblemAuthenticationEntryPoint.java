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
import org.parley.domain.language.BilingualText;
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
                                        + seconds + " seconds; until then the correct password is refused too.",
                                "Demasiados intentos fallidos con esta cuenta o desde su dirección. Inténtelo de nuevo"
                                        + " dentro de " + seconds
                                        + " segundos; hasta entonces se rechaza también la contraseña correcta.")
                        .retryAfter(Duration.ofSeconds(seconds))
                        .write(request, response);
            }
            case InternalAuthenticationServiceException internal -> {
                log.error("Sign-in failed because the accounts cannot be read", internal);
                new ProblemResponse(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Accounts cannot be read at the moment. Try again soon.",
                                "Ahora no se pueden leer las cuentas. Inténtelo de nuevo en breve.")
                        .retryAfter(RETRY)
                        .write(request, response);
            }
            case AuthenticationUnavailableException unavailable ->
                unavailable(request, response, unavailable, unavailable.detail());
            case ProviderUnavailableException unavailable ->
                unavailable(request, response, unavailable, ProviderUnavailableException.DETAIL);
            case ExternalPrincipalRejectedException rejected ->
                new ProblemResponse(HttpStatus.FORBIDDEN, rejected.detail()).write(request, response);
            case PasswordSignInDisabledException disabled -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
                new ProblemResponse(HttpStatus.UNAUTHORIZED, PasswordSignInDisabledException.DETAIL)
                        .write(request, response);
            }
            case OAuth2AuthenticationException bearer -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"");
                new ProblemResponse(
                                HttpStatus.UNAUTHORIZED,
                                "The token is not valid: it is unknown, expired, revoked or for another service, or its"
                                        + " owner's account is disabled.",
                                "El token no es válido: es desconocido, ha caducado, se ha revocado o es para otro"
                                        + " servicio, o su dueño ya no puede entrar.")
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
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException cause,
            BilingualText detail)
            throws IOException {
        log.error(
                "A bearer token cannot be verified: {}",
                NestedExceptionUtils.getMostSpecificCause(cause).toString());
        new ProblemResponse(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        detail.english() + " Try again soon.",
                        detail.spanish() + " Inténtelo de nuevo en breve.")
                .retryAfter(RETRY)
                .write(request, response);
    }

    private BilingualText detail(AuthenticationException refusal) {
        if (!(refusal instanceof InsufficientAuthenticationException)) {
            return new BilingualText(
                    "The name or the password is wrong. A chief can give your account a new password.",
                    "El nombre o la contraseña no son correctos. Un jefe de redacción puede dar a su cuenta una"
                            + " contraseña nueva.");
        }
        BilingualText account = refusal.getCause() instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof RoleAuthorization.RoleDecision decision
                ? new BilingualText(
                        "an account with the role " + decision.role(), "una cuenta con la función " + decision.role())
                : new BilingualText("an account", "una cuenta");
        return new BilingualText(
                "This needs " + account.english()
                        + (local
                                ? ". Send its name and password with HTTP Basic, or a token as Bearer."
                                : ". Send a token as Bearer."),
                "Requiere " + account.spanish()
                        + (local
                                ? ". Envíe su nombre y su contraseña con HTTP Basic, o un token como Bearer."
                                : ". Envíe un token como Bearer."));
    }
}
