package org.parley.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.parley.access.SettableClock;
import org.parley.access.TestCaller;
import org.parley.access.TestCaller.Answer;
import org.parley.access.TestIssuer;
import org.parley.access.TestService;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.pass.InternalJwtService;

/** Access tokens of a provider, at a service that also accepts passwords, passes and API tokens. */
@Execution(ExecutionMode.CONCURRENT) // its start waits for timeouts
class OidcTokenOverHttpTest {
    private static TestIssuer issuer;
    private static TestService service;

    @BeforeAll
    static void start() throws IOException {
        issuer = new TestIssuer();
        // The service starts while the provider accepts connections and does not answer.
        service = TestService.start(
                "parley.access.public-reading=false",
                "parley.access.oidc.issuer=" + issuer.issuer(),
                "parley.access.oidc.audience=" + TestIssuer.AUDIENCE,
                "parley.access.oidc.roles-claim=realm_access.roles",
                "parley.access.oidc.role-map.newsroom-editor=EDITOR",
                "parley.access.oidc.role-map.newsroom-chief=CHIEF");
        issuer.open();
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    private static TestCaller with(String bearer) {
        return TestCaller.anonymous(service).with("Authorization", "Bearer " + bearer);
    }

    private static Answer me(JWTClaimsSet.Builder claims) {
        return with(issuer.signed(claims)).get("/api/me");
    }

    @Test
    void mapsRoleOfProvider() {
        TestCaller olena = with(issuer.signed(issuer.claims()));

        assertThat(olena.get("/api/me").body()).isEqualTo("oidc:olena, EDITOR");
        assertThat(olena.post("/api/commands", "{}").status()).isEqualTo(200);
        assertThat(olena.delete("/api/developments").status()).isEqualTo(403);
        assertThat(me(issuer.claims()
                                .claim("realm_access", Map.of("roles", List.of("newsroom-editor", "newsroom-chief"))))
                        .body())
                .isEqualTo("oidc:olena, CHIEF");
    }

    @Test
    void distinguishesProviderUserFromAccountOfSameName() {
        Answer chief = me(issuer.claims().claim("preferred_username", "chief"));

        assertThat(chief.body()).isEqualTo("oidc:chief, EDITOR");
        assertThat(with(issuer.signed(issuer.claims().claim("preferred_username", "chief")))
                        .put("/api/accounts/chief/password", "{\"password\":\"another password\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesForgedForeignAndExpiredTokens() throws JOSEException {
        List<String> forged = new ArrayList<>(List.of(
                issuer.signed(issuer.claims().issuer("https://elsewhere.example")),
                issuer.signed(issuer.claims().audience("another-api")),
                issuer.signed(issuer.claims().audience((String) null)),
                issuer.signed(
                        issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(90)))),
                issuer.signed(issuer.claims().expirationTime(null)),
                issuer.signed(
                        issuer.claims().notBeforeTime(Date.from(Instant.now().plusSeconds(90)))),
                issuer.signedByAnotherKey(issuer.claims()),
                TestIssuer.unsigned(issuer.claims()),
                issuer.signedWithThePublicKey(issuer.claims())));
        // With the issuer of passes, signed by the provider.
        forged.add(issuer.signed(issuer.claims().issuer("parley").claim("role", "CHIEF")));

        assertThat(forged).allSatisfy(token -> {
            Answer refused = with(token).get("/api/me");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        });
        assertThat(me(issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(20))))
                        .status())
                .as("within the clock skew")
                .isEqualTo(200);
    }

    @Test
    void refusesUserWithoutKnownRole() {
        Answer refused = me(issuer.claims().claim("realm_access", Map.of("roles", List.of("sports"))));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("detail").asString())
                .isEqualTo(
                        "The provider knows you as 'olena', but none of your roles there counts here. You need one of"
                                + " newsroom-chief, newsroom-editor in the claim 'realm_access.roles'.");
        assertThat(me(issuer.claims().claim("realm_access", "newsroom-chief")).status())
                .isEqualTo(403);
    }

    @Test
    void refusesUserWithoutLegibleName() {
        for (String name : new String[] {null, "", " olena", "ole\nna", "ole\u202Ena", "x".repeat(129)}) {
            Answer refused = me(issuer.claims().claim("preferred_username", name));
            assertThat(refused.status()).as("'%s'", name).isEqualTo(403);
            assertThat(refused.body()).contains("preferred_username");
        }
        assertThat(me(issuer.claims().claim("preferred_username", "Олена К.")).body())
                .isEqualTo("oidc:Олена К., EDITOR");
    }

    @Test
    void acceptsOtherCredentialsToo() {
        InternalJwtService passes = service.bean(InternalJwtService.class);

        assertThat(TestCaller.chief(service).get("/api/me").body()).isEqualTo("chief, CHIEF");
        assertThat(with(passes.issue(new ParleyPrincipal("oidc:olena", Role.READER), TestService.AUDIENCE))
                        .get("/api/me")
                        .body())
                .isEqualTo("oidc:olena, READER");
        String token = TestCaller.chief(service)
                .post("/api/tokens", "{\"name\":\"feed\",\"scopes\":[\"read\"]}")
                .json()
                .get("token")
                .asString();
        assertThat(with(token).get("/api/me").body()).isEqualTo("chief/feed, CHIEF");
    }

    @Test
    void refusesApiTokensToProviderUsers() {
        Answer refused =
                with(issuer.signed(issuer.claims())).post("/api/tokens", "{\"name\":\"feed\",\"scopes\":[\"read\"]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asString()).contains("token of its provider");
    }

    @Test
    void answers503WhileProviderIsUnavailable() throws IOException {
        TestIssuer unavailable = new TestIssuer();
        String address = unavailable.issuer();
        String token = unavailable.signed(unavailable.claims().claim("roles", "parley-chief"));
        // Nothing listens on its port; at the service of the other tests, it does not answer until they begin.
        unavailable.close();
        try (TestService passwordless = TestService.start(
                "parley.access.local=false",
                "parley.access.oidc.issuer=" + address,
                "parley.access.oidc.audience=" + TestIssuer.AUDIENCE)) {
            TestCaller olena = TestCaller.anonymous(passwordless).with("Authorization", "Bearer " + token);
            assertThat(olena.get("/api/me").status()).as(address).isEqualTo(503);
            assertThat(olena.get("/api/me").header("Retry-After")).isNotEmpty();

            String pass = passwordless
                    .bean(InternalJwtService.class)
                    .issue(new ParleyPrincipal("chief", Role.CHIEF), TestService.AUDIENCE);
            assertThat(TestCaller.anonymous(passwordless)
                            .with("Authorization", "Bearer " + pass)
                            .get("/api/me")
                            .status())
                    .isEqualTo(200);

            Answer refused = TestCaller.chief(passwordless).get("/api/me");
            assertThat(refused.status()).as("password sign-in is disabled").isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Parley\"");
            assertThat(refused.json().get("detail").asString()).startsWith("Password sign-in is disabled.");
        }
    }

    @Test
    void retriesFetchAfterInterval() {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        Clock clock = new SettableClock(() -> now[0]);
        AtomicInteger attempts = new AtomicInteger();
        ProviderValue<String> provider = new ProviderValue<>(
                () -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("unavailable");
                    }
                    return "fetched";
                },
                clock);

        assertThatThrownBy(provider::get).isInstanceOf(ProviderUnavailableException.class);
        assertThatThrownBy(provider::get).isInstanceOf(ProviderUnavailableException.class);
        assertThat(attempts).hasValue(1);
        now[0] = now[0].plus(ProviderValue.RETRY_INTERVAL);
        assertThat(provider.get()).isEqualTo("fetched");
        assertThat(provider.get()).isEqualTo("fetched");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void refusesIncompleteConfiguration() {
        assertThatThrownBy(() -> properties(null, "api", null))
                .hasMessageContaining("without parley.access.oidc.issuer");
        assertThatThrownBy(() -> properties("https://sso.example.org", null, null))
                .hasMessageContaining("audience");
        assertThatThrownBy(() -> properties("sso.example.org", "api", null)).hasMessageContaining("not an http(s) URL");
        assertThatThrownBy(() -> new OidcSignIn(properties(null, null, null), false, Clock.systemUTC()))
                .hasMessageContaining("leaves nobody");
    }

    private static OidcProperties properties(
            @org.jspecify.annotations.Nullable String issuer,
            @org.jspecify.annotations.Nullable String audience,
            @org.jspecify.annotations.Nullable String clientId) {
        return new OidcProperties(
                issuer, audience, clientId, null, "SSO", "sub", "roles", null, List.of("openid"), Duration.ofHours(4));
    }
}
