package org.parley.access.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.net.http.HttpClient;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.parley.access.identity.VerifiedCredential;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.web.client.RestTemplate;

/**
 * Authenticates access tokens of the organisation's OpenID Connect provider. A token is a JWT with this issuer and this
 * audience, within its validity period, and signed with one of the keys that the provider publishes. Only asymmetric
 * algorithms are accepted: otherwise anybody could sign with the public key as a shared secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
public final class OidcTokenAuthenticationManager implements AuthenticationManager {

    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final String issuer;
    private final OidcPrincipalMapper people;
    private final ProviderValue<JwtDecoder> decoder;

    OidcTokenAuthenticationManager(String issuer, String audience, OidcPrincipalMapper people, Clock clock) {
        this.issuer = issuer;
        this.people = people;
        this.decoder = new ProviderValue<>(() -> decoder(issuer, audience, clock), clock);
    }

    /** Whether a token names this issuer. It is not verified. */
    public boolean claimsIssuer(String bearer) {
        try {
            JWT jwt = JWTParser.parse(bearer);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return claims != null && issuer.equals(claims.getIssuer());
        } catch (ParseException e) {
            return false;
        }
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String bearer = ((BearerTokenAuthenticationToken) attempt).getToken();
        Jwt token = decode(bearer);
        VerifiedCredential proof = new VerifiedCredential.ExpiringCredential(
                Objects.requireNonNull(token.getExpiresAt(), "a token without an expiry is refused"));
        return people.toPrincipal(token.getClaims()).toAuthentication(proof, attempt.getDetails());
    }

    private Jwt decode(String bearer) {
        try {
            return decoder.get().decode(bearer);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("Not a valid token of the issuer.", e);
        } catch (JwtException e) {
            throw new ProviderUnavailableException(e);
        }
    }

    private static JwtDecoder decoder(String issuer, String audience, Clock clock) {
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
        http.setReadTimeout(READ_TIMEOUT);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(new RestTemplate(http))
                .jwsAlgorithms(accepted -> accepted.addAll(List.of(SignatureAlgorithm.values())))
                .validateType(false)
                .build();
        JwtTimestampValidator timestamps = new JwtTimestampValidator(CLOCK_SKEW);
        timestamps.setAllowEmptyExpiryClaim(false);
        timestamps.setClock(clock);
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(timestamps, new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience), type)));
        return decoder;
    }
}
