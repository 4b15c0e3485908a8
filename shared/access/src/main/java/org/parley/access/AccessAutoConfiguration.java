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
 * Accounts, sign-in, rules and limits for a service that answers HTTP. It needs a database and never stands aside for the
 * lack of one: without, the service does not start.
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
    /** After the filter that gives a request its correlation id. */
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

    /** After the accounts, whose tables it needs. */
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

    /** After the accounts, whose tables it needs. */
    @Bean
    ApiTokens apiTokens(Accounts accounts, DataSource database, SignInCache cache, Clock clock) {
        return new ApiTokens(JdbcClient.create(database), cache, clock);
    }

    /** The way in by a password; a bean, so that Boot makes up no user of its own. */
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
        DefaultAuthenticationEventPublisher told = new DefaultAuthenticationEventPublisher(events);
        told.setAdditionalExceptionMappings(Map.of(TooManyFailures.class, AuthenticationFailureLockedEvent.class));
        manager.setAuthenticationEventPublisher(told);
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

    /** The last chain: whatever no other chain, such as that of the pages, has taken. */
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

    /** A client that asks before it sends a large body is told to go on only when the body is wanted. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesOnDemand() {
        return server ->
                server.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }

    /** After Boot's own, so that it is asked before that one. */
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

    /** Adds {@link ServerRefusals} to the host. */
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
