package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.access.oidc.OidcSignIn;
import org.parley.access.oidc.ProviderValue;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Sign-in with the organisation's identity provider: authorization code with PKCE, state and nonce. The provider's
 * metadata is loaded at the first sign-in. Its tokens are checked once and, except for the ID token that sign-out
 * needs, not stored.
 */
final class OidcLogin {
    /** The path that redirects to the identity provider. */
    static final String START = "/sign-in/with/oidc";

    private static final String REGISTRATION = "oidc";

    private final OidcSignIn oidc;
    private final ProviderValue<ClientRegistration> registration;
    private final OidcUserService users = new OidcUserService();

    OidcLogin(OidcSignIn oidc) {
        this.oidc = oidc;
        this.registration = oidc.providerValue(this::register);
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository(registrations())
                .authorizedClientRepository(new EmptyAuthorizedClientRepository())
                .authorizationEndpoint(at -> at.authorizationRequestResolver(authorizationRequests()))
                .redirectionEndpoint(at -> at.baseUri("/sign-in/from/*"))
                .userInfoEndpoint(at -> at.oidcUserService(this::toPrincipal))
                .successHandler(new SignInSuccessHandler())
                .failureHandler(new SignInFailureHandler())
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O redirect) {
                        redirect.setAuthenticationFailureHandler(new SignInFailureHandler());
                        return redirect;
                    }
                });
    }

    /** Signs out at the identity provider too, if it has an {@code end_session_endpoint}. */
    LogoutSuccessHandler afterSignOut() {
        OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(registrations());
        there.setPostLogoutRedirectUri("{baseUrl}" + PageSecurityConfiguration.SIGNED_OUT);
        there.setDefaultTargetUrl(PageSecurityConfiguration.SIGNED_OUT);
        return there;
    }

    /**
     * The origin of the redirect after sign-out; null if the provider has no such endpoint, or before its first
     * sign-in.
     */
    @Nullable String originOfSignOut() {
        ClientRegistration known = registration.getIfFetched();
        Object end = known == null
                ? null
                : known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        if (end == null) {
            return null;
        }
        URI address = URI.create(end.toString());
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private ClientRegistration register() {
        String secret = oidc.clientSecret();
        ClientRegistration.Builder known = ClientRegistrations.fromIssuerLocation(oidc.issuer())
                .registrationId(REGISTRATION)
                .clientId(oidc.clientId())
                .clientName(oidc.providerName())
                .scope(oidc.scope())
                .redirectUri("{baseUrl}/sign-in/from/{registrationId}");
        if (secret == null) {
            known.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            known.clientSecret(secret);
        }
        return known.build();
    }

    private ClientRegistrationRepository registrations() {
        return id -> id.equals(REGISTRATION) ? registration.get() : null;
    }

    /** Stores the requested page before the redirect to the provider. */
    private OAuth2AuthorizationRequestResolver authorizationRequests() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations(), "/sign-in/with");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return rememberTarget(request, resolver.resolve(request));
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return rememberTarget(request, resolver.resolve(request, registration));
            }
        };
    }

    private static @Nullable OAuth2AuthorizationRequest rememberTarget(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest toProvider) {
        if (toProvider != null) {
            SignInSuccessHandler.saveTarget(request);
        }
        return toProvider;
    }

    private OidcUser toPrincipal(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        return new OidcPrincipal(user, oidc.principal(user.getClaims()));
    }
}
