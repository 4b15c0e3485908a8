package org.parley.desk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.desk.DeskApplication;
import org.parley.desk.session.TestBrowser.VisitedPage;
import org.parley.testkit.BackingServices;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Sign-in at a desk with a real identity provider, through its pages. */
class OidcSignInTest {
    private static final String CHIEF_PASSWORD = "the chief's password";

    private static Duration later = Duration.ZERO;
    private static ConfigurableApplicationContext desk;
    private static ConfigurableApplicationContext provider;
    private static URI start;
    private static VisitedPage whileAway;
    private static VisitedPage locallyWhileAway;

    private final TestBrowser walker = new TestBrowser();

    @BeforeAll
    static void open() throws IOException {
        int port = freePort();
        var database = BackingServices.shared().newDatabase();
        desk = new SpringApplicationBuilder(DeskApplication.class, LaterClock.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--PARLEY_PASSWORD=" + CHIEF_PASSWORD,
                        "--parley.access.oidc.issuer=http://localhost:" + port,
                        "--parley.access.oidc.client-id=" + TestIdentityProvider.CLIENT,
                        "--parley.access.oidc.client-secret=" + TestIdentityProvider.SECRET,
                        "--parley.access.oidc.name=Example SSO");
        // Another host name than the provider's, so that their cookies are separate.
        start = URI.create("http://127.0.0.1:" + desk.getEnvironment().getProperty("local.server.port") + "/");

        whileAway = new TestBrowser().go(at(OidcLogin.START));
        locallyWhileAway = signInLocally(new TestBrowser());
        provider = TestIdentityProvider.start(port, start.toString().replaceFirst("/$", ""));
        later = Duration.ofSeconds(6);
        assertThat(new TestBrowser().step(at(OidcLogin.START)).status()).isEqualTo(302);
    }

    @AfterAll
    static void close() {
        desk.close();
        if (provider != null) {
            provider.close();
        }
    }

    @AfterEach
    void resetClock() {
        later = Duration.ZERO;
    }

    private static URI at(String path) {
        return start.resolve(path);
    }

    private static VisitedPage signInLocally(TestBrowser walker) {
        VisitedPage page = walker.go(at("/sign-in?to=/account"));
        return walker.follow(
                walker.submit(page, "/sign-in", Map.of("name", "chief", "password", CHIEF_PASSWORD, "to", "/account")));
    }

    /** Signs in at the provider and follows its redirect back to the desk. */
    private VisitedPage signInAs(String name, String to) {
        VisitedPage there = walker.go(at(OidcLogin.START + "?to=" + to));
        assertThat(there.at().getHost()).as(there.body()).isEqualTo("localhost");
        return walker.follow(
                walker.submit(there, "/login", Map.of("username", name, "password", TestIdentityProvider.PASSWORD)));
    }

    @Test
    void passwordSignInWorksWhileTheProviderIsUnavailable() {
        assertThat(whileAway.status()).isEqualTo(503);
        assertThat(whileAway.body()).contains("sign-in is unavailable");
        assertThat(locallyWhileAway.at().getPath()).isEqualTo("/account");
        assertThat(locallyWhileAway.status()).isEqualTo(200);
        assertThat(locallyWhileAway.body()).contains(">chief<");
    }

    @Test
    void editorSignsInWithTheProviderAndOutOfBoth() {
        VisitedPage page = walker.go(at("/account"));
        assertThat(page.at().toString()).endsWith("/sign-in?to=%2Faccount");
        assertThat(page.body()).contains("Sign in with Example SSO").contains("id=\"password\"");
        VisitedPage toProvider = walker.step(at(OidcLogin.START + "?to=/account"));
        assertThat(toProvider.location().getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=");
        String before = walker.cookie(start, "JSESSIONID");

        VisitedPage account = signInAs("olena", "/account");
        assertThat(account.at()).isEqualTo(at("/account"));
        assertThat(account.body())
                .contains("oidc:olena", "Your organisation manages your account")
                .doesNotContain("type=\"password\"");
        assertThat(walker.cookie(start, "JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(walker.go(at("/account/tokens")).body()).contains("a token of its provider");
        assertThat(walker.step(at("/chief/accounts")).status()).isEqualTo(403);

        String policy = account.header("Content-Security-Policy");
        assertThat(policy).contains("form-action 'self' http://localhost:");
        VisitedPage out = walker.submit(account, "/sign-out", Map.of());
        assertThat(out.location().getPath()).isEqualTo("/connect/logout");
        assertThat(walker.follow(out).at()).isEqualTo(at("/sign-in?out"));
        assertThat(walker.go(at("/account")).at().getPath()).isEqualTo("/sign-in");
        assertThat(walker.go(at(OidcLogin.START)).at().getPath())
                .as("signed out there too")
                .isEqualTo("/login");
    }

    @Test
    void tokenIsShownOnceListedAndRevoked() {
        signInLocally(walker);
        VisitedPage made = walker.follow(walker.submit(
                walker.go(at("/account/tokens")),
                "/account/tokens",
                Map.of("name", "wire-feed", "scopes", "record", "lasts", "quarter")));
        Matcher secret = Pattern.compile("parley_[0-9A-Za-z]{43}").matcher(made.body());
        assertThat(secret.find()).as(made.body()).isTrue();
        assertThat(made.header("Cache-Control")).contains("no-store");
        VisitedPage listed = walker.go(at("/account/tokens"));
        assertThat(listed.body()).contains("chief/wire-feed").doesNotContain(secret.group());

        assertThat(walker.withBearer(at("/api/tokens"), secret.group()).status())
                .isEqualTo(403);
        Matcher revoke =
                Pattern.compile("action=\"(/account/tokens/[^\"]+/revoke)\"").matcher(listed.body());
        assertThat(revoke.find()).isTrue();
        VisitedPage revoked = walker.follow(walker.submit(listed, revoke.group(1), Map.of("name", "wire-feed")));
        assertThat(revoked.body()).contains("The token wire-feed is revoked.").doesNotContain("chief/wire-feed");
        assertThat(walker.withBearer(at("/api/tokens"), secret.group()).status())
                .isEqualTo(401);
    }

    @Test
    void invalidTokenIsRefusedOnThePage() {
        signInLocally(walker);
        VisitedPage refused = walker.follow(walker.submit(
                walker.go(at("/account/tokens")), "/account/tokens", Map.of("name", "No Name", "lasts", "month")));

        assertThat(refused.body()).contains("role=\"alert\"", "name: ", "scopes: ", "value=\"No Name\"");
    }

    @Test
    void nameOfTheChiefGivesNoRights() {
        VisitedPage account = signInAs("chief", "/account");

        assertThat(account.body()).contains("oidc:chief", "reader");
        assertThat(walker.step(at("/chief/accounts")).status()).isEqualTo(403);
    }

    @Test
    void userWithoutARoleIsNotSignedIn() {
        VisitedPage refused = signInAs("stranger", "/account");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("you have no role here", "none of your roles there counts here");
        assertThat(walker.go(at("/account")).at().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void unsolicitedResponseDoesNotSignIn() {
        VisitedPage forged = walker.go(at("/sign-in/from/oidc?code=stolen&state=guessed"));

        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.body()).contains("Sign-in with your organisation failed");
        assertThat(walker.go(at("/account")).at().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void formInputSurvivesTheSignInWithTheProvider() {
        VisitedPage refused = walker.submit(walker.go(at("/sign-in")), "/new", Map.of("title", "Talks of talks"));
        assertThat(refused.body()).contains("Your session has ended");
        VisitedPage form = signInAs("olena", "/");

        assertThat(form.at().getPath()).isEqualTo("/new");
        assertThat(form.body()).contains("Talks of talks");
    }

    @Test
    void redirectTargetOnAnotherSiteIsIgnored() {
        VisitedPage landed = signInAs("olena", "//elsewhere.example/account");

        assertThat(landed.at().getHost()).isEqualTo("127.0.0.1");
        assertThat(landed.at().getPath()).isEqualTo("/");
    }

    @Test
    void sessionFromTheProviderExpires() {
        signInAs("olena", "/account");
        later = Duration.ofHours(4).minusMinutes(1);
        assertThat(walker.go(at("/account")).at().getPath()).isEqualTo("/account");
        later = Duration.ofHours(4);

        assertThat(walker.go(at("/account")).at().getPath()).isEqualTo("/sign-in");
    }

    /** A port below the ephemeral range: until the provider listens, an outgoing connection could get one of those. */
    private static int freePort() throws IOException {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // try another port
            }
        }
    }

    /** A clock for the desk that tests can advance. */
    static class LaterClock {
        /** The desk serves accounts and tokens itself. */
        @Bean
        InternalJwtAudience ledgerPasses() {
            return InternalJwtAudience.LEDGER;
        }

        @Bean
        Clock clock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(later);
                }
            };
        }
    }
}
