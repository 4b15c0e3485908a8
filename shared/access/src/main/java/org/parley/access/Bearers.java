package org.parley.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Selects the authentication manager for a bearer token by its form. The form alone proves nothing. */
final class Bearers implements AuthenticationManagerResolver<HttpServletRequest> {

    private final AuthenticationManager tokens;
    private final AuthenticationManager passes;
    private final @Nullable IssuerTokens issuer;

    Bearers(AuthenticationManager tokens, AuthenticationManager passes, @Nullable IssuerTokens issuer) {
        this.tokens = tokens;
        this.passes = passes;
        this.issuer = issuer;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return attempt ->
                managerFor(((BearerTokenAuthenticationToken) attempt).getToken()).authenticate(attempt);
    }

    private AuthenticationManager managerFor(String bearer) {
        if (TokenSecret.claims(bearer)) {
            return tokens;
        }
        return issuer != null && issuer.claims(bearer) ? issuer : passes;
    }
}
