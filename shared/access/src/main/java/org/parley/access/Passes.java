package org.parley.access;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Passes: what the desk sends on to the ledger and the archive so that they know on whose behalf it asks. A pass is a
 * JWT, signed with HMAC-SHA-256 under a key that the services share, good for a minute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 */
public final class Passes {
    static final Duration GOOD_FOR = Duration.ofMinutes(1);
    static final int KEY_BYTES_MIN = 32;

    private static final String ISSUER = "parley";
    private static final String ROLE = "role";
    private static final String SCOPE = "scope";
    private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).build();

    private final JwtEncoder encoder;
    private final AuthenticationManager manager;
    private final Clock clock;

    Passes(@Nullable String key, Clock clock) {
        SecretKey secret = new SecretKeySpec(bytes(key), "HmacSHA256");
        this.clock = clock;
        encoder = new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(secret));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(secret)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator inTime = new JwtTimestampValidator();
        inTime.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                inTime, new JwtClaimValidator<>("iss", issuer -> ISSUER.equals(String.valueOf(issuer)))));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(Passes::authentication);
        manager = new ProviderManager(provider);
    }

    /** A pass for this person, to be sent as {@code Authorization: Bearer} at once. */
    public String issue(SignedIn person) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(person.name())
                .claim(ROLE, person.role().name())
                .issuedAt(now)
                .expiresAt(now.plus(GOOD_FOR))
                .claims(more -> {
                    if (person.scopes() != null) {
                        more.put(SCOPE, Scope.join(person.scopes()));
                    }
                })
                .build();
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
    }

    /** Lets in whom a pass speaks for. */
    AuthenticationManager manager() {
        return manager;
    }

    private static AbstractAuthenticationToken authentication(Jwt pass) {
        String scopes = pass.getClaimAsString(SCOPE);
        return new SignedIn(
                        Objects.requireNonNull(pass.getSubject(), "a pass names a person"),
                        Role.valueOf(Objects.requireNonNull(pass.getClaimAsString(ROLE), "a pass names a role")),
                        scopes == null ? null : Scope.split(scopes))
                .authentication(null);
    }

    private static byte[] bytes(@Nullable String key) {
        if (key == null || key.isBlank()) {
            byte[] random = new byte[KEY_BYTES_MIN];
            new SecureRandom().nextBytes(random);
            return random;
        }
        byte[] given = key.strip().getBytes(StandardCharsets.UTF_8);
        if (given.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "parley.access.pass-key has " + given.length + " bytes; it takes at least " + KEY_BYTES_MIN);
        }
        return given;
    }
}
