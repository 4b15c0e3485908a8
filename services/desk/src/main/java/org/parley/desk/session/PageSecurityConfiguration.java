package org.parley.desk.session;

import jakarta.servlet.DispatcherType;
import org.parley.access.account.AccountRepository;
import org.parley.access.identity.Role;
import org.parley.access.oidc.OidcSignIn;
import org.parley.access.rules.PageAuthorization;
import org.parley.access.session.AuthenticationMonitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Security of the pages: sign-in with a password or an identity provider, sessions, CSRF tokens, and the role that each
 * path requires.
 */
@Configuration(proxyBeanMethods = false)
@Import(SignInController.class)
public class PageSecurityConfiguration {
    /** The paths of the pages; all others belong to the API. */
    static final String[] PAGES = {
        "/",
        "/find/**",
        "/n/**",
        "/wall/**",
        "/new",
        "/new/**",
        "/chief/**",
        "/account/**",
        "/design",
        "/sign-in/**",
        "/sign-out",
        "/desk/**",
        "/webjars/htmx*/**",
        "/webjars/htmx-ext-sse/**"
    };

    private static final String[] ASSETS = {"/desk/**", "/webjars/**"};

    /** The page shown after sign-out. */
    static final String SIGNED_OUT = "/sign-in?out";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            PageAuthorization access,
            AuthenticationManager signIn,
            AccountRepository accounts,
            OidcSignIn oidc) {
        OidcLogin provider = new OidcLogin(oidc);
        configureSignIn(http, signIn, oidc, provider);
        return http.securityMatcher(PAGES)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(ASSETS)
                        .permitAll()
                        .requestMatchers("/sign-in/**", "/sign-out")
                        .permitAll()
                        .requestMatchers("/chief/**")
                        .access(access.hasRole(Role.CHIEF))
                        .requestMatchers("/n/*/log", "/n/*/log/**", "/n/*/bulk", "/n/*/bulk/**", "/new", "/new/**")
                        .access(access.hasRole(Role.EDITOR))
                        .requestMatchers("/account/**")
                        .access(access.hasRole(Role.READER))
                        .requestMatchers(HttpMethod.GET)
                        .access(access.mayRead())
                        .requestMatchers(HttpMethod.HEAD)
                        .access(access.mayRead())
                        .anyRequest()
                        .access(access.hasRole(Role.READER)))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInEntryPoint())
                        .accessDeniedHandler(new PageAccessDeniedHandler()))
                .csrf(Customizer.withDefaults())
                .headers(headers -> headers.addHeaderWriter(new ContentSecurityPolicyWriter(provider::originOfSignOut))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .addFilterBefore(new UploadLimitFilter(), CsrfFilter.class)
                .addFilterBefore(new SessionValidationFilter(accounts, oidc), AuthorizationFilter.class)
                .build();
    }

    @Bean
    SessionValidity sessionStanding(AuthenticationMonitor admissions, OidcSignIn oidc) {
        return new SessionValidity(admissions, oidc);
    }

    private static void configureSignIn(
            HttpSecurity http, AuthenticationManager passwords, OidcSignIn oidc, OidcLogin provider) {
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(passwords);
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGNED_OUT));
        if (oidc.isOffered()) {
            http.oauth2Login(provider::configure).logout(out -> out.logoutSuccessHandler(provider.afterSignOut()));
        }
        if (oidc.isPasswordSignInEnabled()) {
            http.formLogin(form -> form.loginPage("/sign-in")
                    .usernameParameter("name")
                    .passwordParameter("password")
                    .successHandler(new SignInSuccessHandler())
                    .failureHandler(new SignInFailureHandler()));
        }
    }
}
