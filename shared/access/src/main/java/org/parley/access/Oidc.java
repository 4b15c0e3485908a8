package org.parley.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Sign-in with the organisation's OpenID Connect provider, as far as it is configured; what the desk needs to offer it. */
public final class Oidc {

    private final OidcProperties properties;
    private final boolean local;
    private final OidcPeople people;
    private final Clock clock;

    Oidc(OidcProperties properties, boolean local, Clock clock) {
        this.properties = properties;
        this.local = local;
        this.people = new OidcPeople(properties);
        this.clock = clock;
        if (!local && !StringUtils.hasText(properties.issuer())) {
            throw new IllegalArgumentException(
                    "parley.access.local=false leaves nobody who can sign in: it takes parley.access.oidc.issuer");
        }
    }

    /** Whether people sign in at the desk with the provider. */
    public boolean isOffered() {
        return StringUtils.hasText(properties.clientId());
    }

    /** Whether people also sign in with the password of an account that is kept here. */
    public boolean isLocalToo() {
        return local;
    }

    /** What the provider is called on pages. */
    public String provider() {
        return properties.name();
    }

    public String issuer() {
        return required(properties.issuer(), "issuer");
    }

    public String clientId() {
        return required(properties.clientId(), "client-id");
    }

    /** The desk's secret at the provider; null if it is a public client. */
    public @Nullable String clientSecret() {
        return StringUtils.hasText(properties.clientSecret())
                ? properties.clientSecret().strip()
                : null;
    }

    public List<String> scope() {
        return properties.scope();
    }

    /**
     * Who somebody is, by the claims of the provider.
     *
     * @throws NotAdmitted if nobody who has a role here
     */
    public SignedIn person(Map<String, Object> claims) {
        return people.of(claims);
    }

    /**
     * Whether a sign-in with the provider still holds: nobody can ask it whether the role still is what it was, so none
     * holds longer than {@code parley.access.oidc.session}.
     */
    public boolean holds(Instant since) {
        return clock.instant().isBefore(since.plus(properties.session()));
    }

    /** What the provider says of itself, asked once it is needed. */
    public <T> FromProvider<T> ask(Supplier<T> question) {
        return new FromProvider<>(question, clock);
    }

    /** What judges the provider's bearer tokens; null if none are taken. */
    @Nullable IssuerTokens tokens() {
        return StringUtils.hasText(properties.audience())
                ? new IssuerTokens(issuer(), properties.audience(), people, clock)
                : null;
    }

    private static String required(@Nullable String value, String name) {
        return Objects.requireNonNull(value, () -> "parley.access.oidc." + name + " is not set");
    }
}
