package org.parley.access.pass;

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
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.parley.access.identity.VerifiedCredential;
import org.parley.access.oidc.OidcPrincipalMapper;
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
 * Issues and verifies passes: internal JWTs with which the desk calls the ledger and the archive on behalf of a person.
 * A pass is signed with HMAC-SHA-256 under a key that the services share, has an id, names one service as its audience,
 * and is valid for a minute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 */
public final class InternalJwtService {
    static final Duration VALIDITY = Duration.ofMinutes(1);
    static final int KEY_BYTES_MIN = 32;

    /** The principal of requests that the desk sends for a reader without an account. */
    public static final ParleyPrincipal GUEST = new ParleyPrincipal("parley:guest", Role.READER);

    /** The principal of the desk itself, for requests whose response it shares among all its users. */
    public static final ParleyPrincipal DESK = new ParleyPrincipal("parley:desk", Role.READER);

    private static final String ISSUER = "parley";
    private static final String ROLE = "role";
    private static final String SCOPE = "scope";
    private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).build();

    private final JwtEncoder encoder;
    private final AuthenticationManager authenticationManager;
    private final Clock clock;

    /**
     * Creates the service for a key.
     *
     * @param key the shared key; null or blank generates a random one
     * @param audiences the services in this process; a pass for another one is refused
     * @param providerSession how long a streamed response stays authenticated for a user of the OpenID Connect provider
     * @throws IllegalArgumentException if the key is too short
     */
    public InternalJwtService(
            @Nullable String key, Collection<InternalJwtAudience> audiences, Duration providerSession, Clock clock) {
        SecretKey secret = new SecretKeySpec(bytes(key), "HmacSHA256");
        this.clock = clock;
        encoder = new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(secret));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(secret)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator timestamps = new JwtTimestampValidator();
        timestamps.setClock(clock);
        Set<String> names = audiences.stream().map(InternalJwtAudience::name).collect(Collectors.toUnmodifiableSet());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timestamps,
                new JwtClaimValidator<>(JwtClaimNames.ISS, issuer -> ISSUER.equals(String.valueOf(issuer))),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        named -> named != null && named.stream().anyMatch(names::contains)),
                new JwtClaimValidator<String>(JwtClaimNames.JTI, StringUtils::hasText)));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(pass -> authentication(pass, providerSession));
        authenticationManager = new ProviderManager(provider);
    }

    /** Issues a pass for this person and this service, to be sent as {@code Authorization: Bearer} at once. */
    public String issue(ParleyPrincipal person, InternalJwtAudience service) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(ISSUER)
                .audience(List.of(service.name()))
                .subject(person.name())
                .claim(ROLE, person.role().name())
                .issuedAt(now)
                .expiresAt(now.plus(VALIDITY))
                .claims(more -> {
                    if (person.scopes() != null) {
                        more.put(SCOPE, Scope.join(person.scopes()));
                    }
                })
                .build();
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
    }

    /** Whether this is a service of Parley itself; neither an account nor a provider's user can have its name. */
    public static boolean isService(ParleyPrincipal principal) {
        return principal.name().equals(DESK.name());
    }

    /** Authenticates the person that a pass was issued for. */
    public AuthenticationManager authenticationManager() {
        return authenticationManager;
    }

    private static AbstractAuthenticationToken authentication(Jwt pass, Duration providerSession) {
        String scopes = pass.getClaimAsString(SCOPE);
        ParleyPrincipal person = new ParleyPrincipal(
                Objects.requireNonNull(pass.getSubject(), "a pass has a subject"),
                Role.valueOf(Objects.requireNonNull(pass.getClaimAsString(ROLE), "a pass has a role")),
                scopes == null ? null : Scope.split(scopes));
        Instant issued = Objects.requireNonNull(pass.getIssuedAt(), "a pass has an issue time");
        return person.toAuthentication(credential(person, issued, providerSession), null);
    }

    private static VerifiedCredential credential(ParleyPrincipal person, Instant issued, Duration providerSession) {
        ParleyPrincipal owner = new ParleyPrincipal(person.owner(), person.role());
        if (owner.hasAccount()) {
            // The issue time has whole seconds only: a pass issued right after a change of the password is not older.
            return new VerifiedCredential.AccountCredential(owner, issued.plusSeconds(1));
        }
        return person.name().startsWith(OidcPrincipalMapper.PREFIX)
                ? new VerifiedCredential.ExpiringCredential(issued.plus(providerSession))
                : VerifiedCredential.PERMANENT;
    }

    private static byte[] bytes(@Nullable String key) {
        if (key == null || key.isBlank()) {
            byte[] random = new byte[KEY_BYTES_MIN];
            new SecureRandom().nextBytes(random);
            return random;
        }
        byte[] configured = key.strip().getBytes(StandardCharsets.UTF_8);
        if (configured.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "parley.access.pass-key has " + configured.length + " bytes; it needs at least " + KEY_BYTES_MIN);
        }
        return configured;
    }
}
