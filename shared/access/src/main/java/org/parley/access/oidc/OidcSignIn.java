package org.parley.access.oidc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.springframework.util.StringUtils;

/** Sign-in with the organisation's OpenID Connect provider, if one is configured: what the desk needs to offer it. */
public final class OidcSignIn {

    private final OidcProperties properties;
    private final boolean local;
    private final OidcPrincipalMapper people;
    private final Clock clock;

    public OidcSignIn(OidcProperties properties, boolean local, Clock clock) {
        this.properties = properties;
        this.local = local;
        this.people = new OidcPrincipalMapper(properties);
        this.clock = clock;
        if (!local && !StringUtils.hasText(properties.issuer())) {
            throw new IllegalArgumentException(
                    "parley.access.local=false leaves nobody who can sign in: set parley.access.oidc.issuer");
        }
    }

    /** Whether the desk offers sign-in with the provider. */
    public boolean isOffered() {
        return StringUtils.hasText(properties.clientId());
    }

    /** Whether people may also sign in with the password of an account in Parley. */
    public boolean isPasswordSignInEnabled() {
        return local;
    }

    /** The provider's name on pages. */
    public String providerName() {
        return properties.name();
    }

    public String issuer() {
        return required(properties.issuer(), "issuer");
    }

    public String clientId() {
        return required(properties.clientId(), "client-id");
    }

    /** The client secret of the desk at the provider; null if the desk is a public client. */
    public @Nullable String clientSecret() {
        return StringUtils.hasText(properties.clientSecret())
                ? properties.clientSecret().strip()
                : null;
    }

    public List<String> scope() {
        return properties.scope();
    }

    /**
     * Maps the claims of the provider to a principal.
     *
     * @throws ExternalPrincipalRejectedException if the claims contain no valid name or no known role
     */
    public ParleyPrincipal principal(Map<String, Object> claims) {
        return people.toPrincipal(claims);
    }

    /**
     * Whether a sign-in with the provider is still valid. The provider cannot be asked whether the role has changed, so
     * a sign-in expires after {@code parley.access.oidc.session}.
     *
     * @param since when the person signed in
     */
    public boolean isSessionValid(Instant since) {
        return clock.instant().isBefore(since.plus(properties.session()));
    }

    /**
     * A value that is fetched from the provider when it is first needed.
     *
     * @param fetch fetches it; may throw any unchecked exception if the provider is unavailable
     */
    public <T> ProviderValue<T> providerValue(Supplier<T> fetch) {
        return new ProviderValue<>(fetch, clock);
    }

    /** Authenticates the provider's access tokens; null if the API does not accept them. */
    @Nullable public OidcTokenAuthenticationManager tokenManager() {
        return StringUtils.hasText(properties.audience())
                ? new OidcTokenAuthenticationManager(issuer(), properties.audience(), people, clock)
                : null;
    }

    private static String required(@Nullable String value, String name) {
        return Objects.requireNonNull(value, () -> "parley.access.oidc." + name + " is not set");
    }
}
