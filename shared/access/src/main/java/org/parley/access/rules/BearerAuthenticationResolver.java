package org.parley.access.rules;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.access.oidc.OidcTokenAuthenticationManager;
import org.parley.access.token.ApiTokenSecret;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Selects the authentication manager for a bearer token by its form. The form alone proves nothing. */
public final class BearerAuthenticationResolver implements AuthenticationManagerResolver<HttpServletRequest> {

    private final AuthenticationManager tokens;
    private final AuthenticationManager passes;
    private final @Nullable OidcTokenAuthenticationManager issuer;

    public BearerAuthenticationResolver(
            AuthenticationManager tokens,
            AuthenticationManager passes,
            @Nullable OidcTokenAuthenticationManager issuer) {
        this.tokens = tokens;
        this.passes = passes;
        this.issuer = issuer;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return attempt -> managerFor(((BearerTokenAuthenticationToken) attempt).getToken())
                .authenticate(attempt);
    }

    private AuthenticationManager managerFor(String bearer) {
        if (ApiTokenSecret.hasPrefix(bearer)) {
            return tokens;
        }
        return issuer != null && issuer.claimsIssuer(bearer) ? issuer : passes;
    }
}
