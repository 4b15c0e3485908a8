package org.parley.access;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.parley.access.account.AccessSchema;
import org.parley.access.account.AccountController;
import org.parley.access.account.AccountRepository;
import org.parley.access.account.ChiefAccount;
import org.parley.access.account.InitialPassword;
import org.parley.access.account.PasswordConfirmation;
import org.parley.access.account.PasswordPolicy;
import org.parley.access.account.SignInCache;
import org.parley.access.documentation.ApiDocumentationConfiguration;
import org.parley.access.http.BodySizeLimitFilter;
import org.parley.access.http.BodySizeProperties;
import org.parley.access.http.ConditionalGetFilter;
import org.parley.access.http.HttpConfiguration;
import org.parley.access.http.UriEncodingFilter;
import org.parley.access.oidc.OidcProperties;
import org.parley.access.oidc.OidcSignIn;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.access.pass.InternalJwtService;
import org.parley.access.problem.ProblemErrorController;
import org.parley.access.problem.ProblemErrorReportValve;
import org.parley.access.rules.AccessProperties;
import org.parley.access.rules.AccessRules;
import org.parley.access.rules.BearerAuthenticationResolver;
import org.parley.access.rules.PageAuthorization;
import org.parley.access.session.AuthenticationMonitor;
import org.parley.access.signin.KnownAddressRepository;
import org.parley.access.signin.PasswordAuthenticationProvider;
import org.parley.access.signin.PasswordSignInDisabledException;
import org.parley.access.signin.SignInThrottle;
import org.parley.access.signin.SignInThrottledException;
import org.parley.access.token.ApiTokenAuthenticationManager;
import org.parley.access.token.ApiTokenController;
import org.parley.access.token.ApiTokenRepository;
import org.parley.access.view.SavedViewRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Accounts, sign-in, authorization and limits for a service that answers HTTP. It needs a database: without one the
 * service does not start, rather than start without accounts.
 */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = {
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({HttpConfiguration.class, ApiDocumentationConfiguration.class})
@EnableConfigurationProperties({AccessProperties.class, OidcProperties.class, BodySizeProperties.class})
class AccessAutoConfiguration {
    /** After the filter that sets the correlation id of a request. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    BCryptPasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    PasswordPolicy passwordPolicy(BCryptPasswordEncoder bcrypt) {
        return new PasswordPolicy(bcrypt);
    }

    @Bean
    SignInCache signInCache() {
        return new SignInCache();
    }

    @Bean
    SignInThrottle signInThrottle(Clock clock, KnownAddressRepository known) {
        return new SignInThrottle(clock, known::isKnown);
    }

    /** Takes the accounts as an argument because their bean creates the tables. */
    @Bean
    KnownAddressRepository knownAddressRepository(AccountRepository accounts, DataSource database, Clock clock) {
        return new KnownAddressRepository(JdbcClient.create(database), clock);
    }

    @Bean
    AuthenticationMonitor authenticationMonitor(
            AccountRepository accounts, ApiTokenRepository tokens, SignInCache cache, Clock clock) {
        return new AuthenticationMonitor(accounts, tokens, cache, clock);
    }

    @Bean
    AccountRepository accountRepository(DataSource database, PasswordPolicy passwords, SignInCache cache, Clock clock) {
        AccessSchema.migrate(database);
        return new AccountRepository(JdbcClient.create(database), passwords, cache, clock);
    }

    @Bean
    InitialPassword initialPassword(AccountRepository accounts, PasswordPolicy passwords, AccessProperties properties) {
        return new InitialPassword(new ChiefAccount(accounts, passwords).ensure(properties.password()), System.out);
    }

    /** Takes the accounts as an argument because their bean creates the tables. */
    @Bean
    ApiTokenRepository apiTokenRepository(
            AccountRepository accounts, DataSource database, SignInCache cache, Clock clock) {
        return new ApiTokenRepository(JdbcClient.create(database), cache, clock);
    }

    /** Takes the accounts as an argument because their bean creates the tables. */
    @Bean
    SavedViewRepository savedViewRepository(AccountRepository accounts, DataSource database, Clock clock) {
        return new SavedViewRepository(JdbcClient.create(database), clock);
    }

    /** Authenticates passwords; a bean, so that Boot does not create a default user. */
    @Bean
    AuthenticationManager passwordAuthenticationManager(
            AccountRepository accounts,
            SignInCache cache,
            SignInThrottle throttle,
            KnownAddressRepository known,
            AccessProperties properties,
            Clock clock,
            ApplicationEventPublisher events) {
        ProviderManager manager = new ProviderManager(
                properties.local()
                        ? new PasswordAuthenticationProvider(accounts, cache, throttle, known, clock)
                        : new PasswordSignInDisabledException.RejectingProvider());
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(
                Map.of(SignInThrottledException.class, AuthenticationFailureLockedEvent.class));
        manager.setAuthenticationEventPublisher(publisher);
        return manager;
    }

    @Bean
    InternalJwtService internalJwtService(
            AccessProperties properties,
            OidcProperties oidc,
            ObjectProvider<InternalJwtAudience> services,
            Clock clock) {
        return new InternalJwtService(properties.passKey(), services.stream().toList(), oidc.session(), clock);
    }

    @Bean
    OidcSignIn oidcSignIn(OidcProperties properties, AccessProperties access, Clock clock) {
        return new OidcSignIn(properties, access.local(), clock);
    }

    @Bean
    BearerAuthenticationResolver bearerAuthenticationResolver(
            ApiTokenRepository tokens,
            SignInCache cache,
            SignInThrottle throttle,
            Clock clock,
            InternalJwtService passes,
            OidcSignIn oidc) {
        return new BearerAuthenticationResolver(
                new ApiTokenAuthenticationManager(tokens, cache, throttle, clock),
                passes.authenticationManager(),
                oidc.tokenManager());
    }

    @Bean
    PageAuthorization pageAuthorization(AccessProperties properties) {
        return new PageAuthorization(properties.publicReadingMode());
    }

    /** The last chain: all requests that no other chain matches, such as the one for the pages. */
    @Bean
    @Order
    SecurityFilterChain accessRules(
            HttpSecurity http,
            AccessProperties access,
            BodySizeProperties limits,
            AuthenticationManager signIn,
            BearerAuthenticationResolver bearers) {
        return new AccessRules(access, new BodySizeLimitFilter(limits), signIn, bearers).chain(http);
    }

    /**
     * Sends {@code 100 Continue} only when the body is read, so that a client does not send a large body that is
     * refused.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> continueOnRead() {
        return server ->
                server.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }

    /** Registered after Boot's own valve, so that it reports first. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemErrorReportValve() {
        return new ErrorReportValveCustomizer();
    }

    @Bean
    FilterRegistrationBean<UriEncodingFilter> uriEncodingFilter() {
        FilterRegistrationBean<UriEncodingFilter> filter = new FilterRegistrationBean<>(new UriEncodingFilter());
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ConditionalGetFilter> conditionalGetFilter() {
        FilterRegistrationBean<ConditionalGetFilter> filter = new FilterRegistrationBean<>(new ConditionalGetFilter());
        filter.setUrlPatterns(ConditionalGetFilter.PATTERNS);
        filter.setOrder(ConditionalGetFilter.ORDER);
        return filter;
    }

    /** Adds {@link ProblemErrorReportValve} to Tomcat's host. */
    private static final class ErrorReportValveCustomizer
            implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory server) {
            server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemErrorReportValve()));
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    @Bean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    @Bean
    AccountController accountsController(AccountRepository accounts, AuthenticationManager signIn) {
        return new AccountController(accounts, new PasswordConfirmation(signIn));
    }

    @Bean
    ApiTokenController apiTokensController(ApiTokenRepository tokens, Clock clock) {
        return new ApiTokenController(tokens, clock);
    }
}
