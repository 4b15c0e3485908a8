package org.parley.access.rules;

import jakarta.servlet.DispatcherType;
import org.parley.access.http.BodySizeLimitFilter;
import org.parley.access.http.CrossSiteFilter;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * The security filter chain of the API: HTTP Basic or a bearer token, no session, no cookie. The order of its checks:
 * cross-site requests are refused first, then the caller is authenticated and authorized, and only then the body is
 * read.
 */
public final class AccessRules {

    static final String REALM = "Parley";

    private final AccessProperties access;
    private final BodySizeLimitFilter bodyLimit;
    private final AuthenticationManager signIn;
    private final BearerAuthenticationResolver bearers;

    public AccessRules(
            AccessProperties access,
            BodySizeLimitFilter bodyLimit,
            AuthenticationManager signIn,
            BearerAuthenticationResolver bearers) {
        this.access = access;
        this.bodyLimit = bodyLimit;
        this.signIn = signIn;
        this.bearers = bearers;
    }

    public SecurityFilterChain chain(HttpSecurity http) {
        ProblemAuthenticationEntryPoint signInRefused = new ProblemAuthenticationEntryPoint(access.local());
        return http.authenticationManager(signIn)
                .authorizeHttpRequests(this::rules)
                .httpBasic(basic -> basic.realmName(REALM).authenticationEntryPoint(signInRefused))
                .oauth2ResourceServer(bearer -> bearer.authenticationEntryPoint(signInRefused)
                        .accessDeniedHandler(new ProblemAccessDeniedHandler())
                        .authenticationManagerResolver(bearers))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(signInRefused)
                        .accessDeniedHandler(new ProblemAccessDeniedHandler()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new CrossSiteFilter(), BasicAuthenticationFilter.class)
                .addFilterAfter(bodyLimit, AuthorizationFilter.class)
                .build();
    }

    private void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        RoleAuthorization editor = new RoleAuthorization(Role.EDITOR, Scope.RECORD);
        RoleAuthorization operator = new RoleAuthorization(Role.CHIEF, Scope.OPERATE);
        ReadAuthorization mayRead = new ReadAuthorization(access.publicReadingMode());
        rules
                // The request was authorized before these dispatches: error pages, the end of a stream.
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**", "/api/ledger/**")
                .access(operator)
                .requestMatchers(HttpMethod.PUT, "/api/accounts/{name}/password")
                .access(new OwnAccountAuthorization())
                .requestMatchers("/api/accounts/**")
                .access(new RoleAuthorization(Role.CHIEF, null))
                .requestMatchers("/api/tokens/**")
                .access(new RoleAuthorization(Role.READER, null))
                .requestMatchers(HttpMethod.GET, "/**")
                .access(mayRead)
                .requestMatchers(HttpMethod.HEAD, "/**")
                .access(mayRead)
                .requestMatchers(HttpMethod.OPTIONS, "/**")
                .access(mayRead)
                .requestMatchers("/api/projections/**")
                .access(operator)
                .anyRequest()
                .access(editor);
    }
}
