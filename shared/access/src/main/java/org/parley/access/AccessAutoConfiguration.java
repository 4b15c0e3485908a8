package org.parley.access;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.parley.access.documentation.ApiDocumentation;
import org.parley.access.http.HttpRules;
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
@Import({HttpRules.class, ApiDocumentation.class})
@EnableConfigurationProperties({AccessProperties.class, OidcProperties.class, BodyProperties.class})
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
    Passwords passwords(BCryptPasswordEncoder bcrypt) {
        return new Passwords(bcrypt);
    }

    @Bean
    SignInCache signInCache() {
        return new SignInCache();
    }

    @Bean
    SignInThrottle signInThrottle(Clock clock, KnownAddresses known) {
        return new SignInThrottle(clock, known::knows);
    }

    /** Takes the accounts as an argument because their bean creates the tables. */
    @Bean
    KnownAddresses knownAddresses(Accounts accounts, DataSource database, Clock clock) {
        return new KnownAddresses(JdbcClient.create(database), clock);
    }

    @Bean
    Admissions admissions(Accounts accounts, ApiTokens tokens, SignInCache cache, Clock clock) {
        return new Admissions(accounts, tokens, cache, clock);
    }

    @Bean
    Accounts accounts(DataSource database, Passwords passwords, SignInCache cache, Clock clock) {
        AccountSchema.migrate(database);
        return new Accounts(JdbcClient.create(database), passwords, cache, clock);
    }

    @Bean
    FirstSignIn firstSignIn(Accounts accounts, Passwords passwords, AccessProperties properties) {
        return new FirstSignIn(new ChiefAccount(accounts, passwords).open(properties.password()), System.out);
    }

    /** Takes the accounts as an argument because their bean creates the tables. */
    @Bean
    ApiTokens apiTokens(Accounts accounts, DataSource database, SignInCache cache, Clock clock) {
        return new ApiTokens(JdbcClient.create(database), cache, clock);
    }

    /** Authenticates passwords; a bean, so that Boot does not create a default user. */
    @Bean
    AuthenticationManager signIn(
            Accounts accounts,
            SignInCache cache,
            SignInThrottle throttle,
            KnownAddresses known,
            AccessProperties properties,
            Clock clock,
            ApplicationEventPublisher events) {
        ProviderManager manager = new ProviderManager(
                properties.local()
                        ? new SignIn(accounts, cache, throttle, known, clock)
                        : new PasswordsNotTaken.Provider());
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(Map.of(TooManyFailures.class, AuthenticationFailureLockedEvent.class));
        manager.setAuthenticationEventPublisher(publisher);
        return manager;
    }

    @Bean
    Passes passes(
            AccessProperties properties, OidcProperties oidc, ObjectProvider<PassAudience> services, Clock clock) {
        return new Passes(properties.passKey(), services.stream().toList(), oidc.session(), clock);
    }

    @Bean
    Oidc oidc(OidcProperties properties, AccessProperties access, Clock clock) {
        return new Oidc(properties, access.local(), clock);
    }

    @Bean
    Bearers bearers(
            ApiTokens tokens, SignInCache cache, SignInThrottle throttle, Clock clock, Passes passes, Oidc oidc) {
        return new Bearers(new ApiTokenSignIn(tokens, cache, throttle, clock), passes.manager(), oidc.tokens());
    }

    @Bean
    PageAccess pageAccess(AccessProperties properties) {
        return new PageAccess(properties.reading());
    }

    /** The last chain: all requests that no other chain matches, such as the one for the pages. */
    @Bean
    @Order
    SecurityFilterChain accessRules(
            HttpSecurity http,
            AccessProperties access,
            BodyProperties limits,
            AuthenticationManager signIn,
            Bearers bearers) {
        return new AccessRules(access, new BodyLimit(limits), signIn, bearers).chain(http);
    }

    /** Sends {@code 100 Continue} only when the body is read, so that a client need not send a large body in vain. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesOnDemand() {
        return server ->
                server.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }

    /** Registered after Boot's own valve, so that it reports first. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> serverRefusals() {
        return new ServerRefusalsCustomizer();
    }

    @Bean
    FilterRegistrationBean<AddressGuard> addressGuard() {
        FilterRegistrationBean<AddressGuard> filter = new FilterRegistrationBean<>(new AddressGuard());
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    /** Adds {@link ServerRefusals} to Tomcat's host. */
    private static final class ServerRefusalsCustomizer
            implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory server) {
            server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ServerRefusals()));
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    @Bean
    LastResort lastResort() {
        return new LastResort();
    }

    @Bean
    AccountsController accountsController(Accounts accounts, AuthenticationManager signIn) {
        return new AccountsController(accounts, new CurrentPassword(signIn));
    }

    @Bean
    ApiTokensController apiTokensController(ApiTokens tokens, Clock clock) {
        return new ApiTokensController(tokens, clock);
    }
}
