package org.parley.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The organisation's OpenID Connect provider, if Parley shall know its people.
 *
 * @param issuer the provider's issuer, such as {@code https://sso.example.org/realms/news}; if empty there is none
 * @param audience what a bearer token for the API must name as its audience; if empty no bearer tokens of the provider
 *     are taken
 * @param clientId what the desk is called at the provider; if empty nobody signs in at the desk with it
 * @param clientSecret the desk's secret there; if empty the desk is a public client, proven by PKCE alone
 * @param name what the provider is called on the sign-in page
 * @param nameClaim which claim names a person in the trail: one that is unique, and that nobody can change by themselves
 * @param rolesClaim which claim holds the roles, a text or a list of them; a path through nested claims has dots
 * @param roleMap which of the provider's roles is which of Parley's
 * @param scope what the desk asks the provider for
 * @param session how long a sign-in at the desk lasts, at the most: its role holds until then
 */
@ConfigurationProperties("parley.access.oidc")
record OidcProperties(
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

    private static final Map<String, Role> USUAL_ROLES =
            Map.of("parley-reader", Role.READER, "parley-editor", Role.EDITOR, "parley-chief", Role.CHIEF);

    OidcProperties {
        if (!StringUtils.hasText(issuer)) {
            if (StringUtils.hasText(audience) || StringUtils.hasText(clientId)) {
                throw new IllegalArgumentException(
                        "parley.access.oidc.audience and .client-id mean nothing without parley.access.oidc.issuer");
            }
        } else if (!StringUtils.hasText(audience) && !StringUtils.hasText(clientId)) {
            throw new IllegalArgumentException("parley.access.oidc.issuer takes an audience, for bearer tokens of the"
                    + " API, or a client-id, for sign-in at the desk, or both");
        } else if (!isHttp(issuer)) {
            throw new IllegalArgumentException("parley.access.oidc.issuer '" + issuer + "' is no http(s) address");
        }
    }

    /** The provider's roles that count; by default parley-reader, parley-editor and parley-chief. */
    Map<String, Role> roles() {
        return roleMap == null || roleMap.isEmpty() ? USUAL_ROLES : roleMap;
    }

    private static boolean isHttp(String issuer) {
        String scheme = URI.create(issuer).getScheme();
        return "https".equals(scheme) || "http".equals(scheme);
    }

    /** Without the secret, which must not end in a log. */
    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + ", audience=" + audience + ", clientId=" + clientId + "]";
    }
}
