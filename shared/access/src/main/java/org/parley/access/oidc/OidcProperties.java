package org.parley.access.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The organisation's OpenID Connect provider.
 *
 * @param issuer the provider's issuer URL, such as {@code https://sso.example.org/realms/news}; if empty, no provider
 *     is used
 * @param audience the audience that an access token must contain for the API; if empty, the API accepts no tokens of
 *     the provider
 * @param clientId the client id of the desk at the provider; if empty, the desk does not offer sign-in with the
 *     provider
 * @param clientSecret the client secret of the desk; if empty, the desk is a public client with PKCE alone
 * @param name the provider's name on the sign-in page
 * @param nameClaim the claim with the name of a person in the trail: it must be unique, and people must not be able to
 *     change it themselves
 * @param rolesClaim the claim with the roles, a text or a list of texts; dots separate the steps to a nested claim
 * @param roleMap the provider's roles and the role in Parley that each stands for
 * @param scope the scopes that the desk requests from the provider
 * @param session the maximum duration of a sign-in at the desk; a changed role takes effect after it at the latest
 */
@ConfigurationProperties("parley.access.oidc")
public record OidcProperties(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("OpenID Connect") String name,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @Nullable Map<String, Role> roleMap,
        @DefaultValue({"openid", "profile"}) List<String> scope,
        @DefaultValue("4h") Duration session) {

    private static final Map<String, Role> DEFAULT_ROLES =
            Map.of("parley-reader", Role.READER, "parley-editor", Role.EDITOR, "parley-chief", Role.CHIEF);

    public OidcProperties {
        if (!StringUtils.hasText(issuer)) {
            if (StringUtils.hasText(audience) || StringUtils.hasText(clientId)) {
                throw new IllegalArgumentException(
                        "parley.access.oidc.audience and .client-id have no effect without parley.access.oidc.issuer");
            }
        } else if (!StringUtils.hasText(audience) && !StringUtils.hasText(clientId)) {
            throw new IllegalArgumentException("parley.access.oidc.issuer needs an audience, for access tokens of the"
                    + " API, or a client-id, for sign-in at the desk, or both");
        } else if (!isHttp(issuer)) {
            throw new IllegalArgumentException("parley.access.oidc.issuer '" + issuer + "' is not an http(s) URL");
        }
    }

    /** The provider's roles that are recognized; by default parley-reader, parley-editor and parley-chief. */
    Map<String, Role> roles() {
        return roleMap == null || roleMap.isEmpty() ? DEFAULT_ROLES : roleMap;
    }

    private static boolean isHttp(String issuer) {
        String scheme = URI.create(issuer).getScheme();
        return "https".equals(scheme) || "http".equals(scheme);
    }

    /** Omits the secret, which must not appear in a log. */
    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + ", audience=" + audience + ", clientId=" + clientId + "]";
    }
}
