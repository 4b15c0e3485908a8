package org.parley.access;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.util.StringUtils;

/**
 * Passes: what the desk sends on to the ledger and the archive so that they know on whose behalf it asks. A pass is a
 * JWT, signed with HMAC-SHA-256 under a key that the services share, with an id, for one service, good for a minute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 */
public final class Passes {
    static final Duration GOOD_FOR = Duration.ofMinutes(1);
    static final int KEY_BYTES_MIN = 32;

    /** Who reads at the desk without an account. */
    public static final SignedIn GUEST = new SignedIn("parley:guest", Role.READER);

    /** The desk itself, for what it asks once for all who look at it. */
    public static final SignedIn DESK = new SignedIn("parley:desk", Role.READER);

    private static final String ISSUER = "parley";
    private static final String ROLE = "role";
    private static final String SCOPE = "scope";
    private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).build();

    private final JwtEncoder encoder;
    private final AuthenticationManager manager;
    private final Clock clock;

    /**
     * Passes under a key.
     *
     * @param key null or blank for a random one
     * @param audiences the services here; a pass for another one is refused
     * @param providerSession how long a pass speaks for somebody whom only a provider knows, in an answer that lasts
     */
    Passes(@Nullable String key, Collection<PassAudience> audiences, Duration providerSession, Clock clock) {
        SecretKey secret = new SecretKeySpec(bytes(key), "HmacSHA256");
        this.clock = clock;
        encoder = new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(secret));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(secret)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator inTime = new JwtTimestampValidator();
        inTime.setClock(clock);
        Set<String> names = audiences.stream().map(PassAudience::name).collect(Collectors.toUnmodifiableSet());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                inTime,
                new JwtClaimValidator<>(JwtClaimNames.ISS, issuer -> ISSUER.equals(String.valueOf(issuer))),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        named -> named != null && named.stream().anyMatch(names::contains)),
                new JwtClaimValidator<String>(JwtClaimNames.JTI, StringUtils::hasText)));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(pass -> authentication(pass, providerSession));
        manager = new ProviderManager(provider);
    }

    /** A pass for this person and this service, to be sent as {@code Authorization: Bearer} at once. */
    public String issue(SignedIn person, PassAudience service) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(ISSUER)
                .audience(List.of(service.name()))
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

    /** Whether this is a service of Parley in its own name, which no account and nobody at a provider has. */
    static boolean isService(SignedIn who) {
        return who.name().equals(DESK.name());
    }

    /** Lets in whom a pass speaks for. */
    AuthenticationManager manager() {
        return manager;
    }

    private static AbstractAuthenticationToken authentication(Jwt pass, Duration providerSession) {
        String scopes = pass.getClaimAsString(SCOPE);
        SignedIn person = new SignedIn(
                Objects.requireNonNull(pass.getSubject(), "a pass names a person"),
                Role.valueOf(Objects.requireNonNull(pass.getClaimAsString(ROLE), "a pass names a role")),
                scopes == null ? null : Scope.split(scopes));
        Instant issued = Objects.requireNonNull(pass.getIssuedAt(), "a pass says when it was issued");
        return person.authentication(proof(person, issued, providerSession), null);
    }

    private static SignInProof proof(SignedIn person, Instant issued, Duration providerSession) {
        SignedIn holder = new SignedIn(person.holder(), person.role());
        if (holder.hasAccount()) {
            // A pass tells whole seconds only: one that was issued right after a change of the password is not older.
            return new SignInProof.Account(holder, issued.plusSeconds(1));
        }
        return person.name().startsWith(OidcPeople.PREFIX)
                ? new SignInProof.Until(issued.plus(providerSession))
                : SignInProof.ENDLESS;
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
