package org.parley.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.access.SettableClock;
import org.parley.access.TestCaller;
import org.parley.access.TestCaller.Answer;
import org.parley.access.TestService;
import org.parley.access.account.AccountRepository;
import org.parley.access.account.SignInCache;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.parley.access.pass.InternalJwtService;
import org.parley.access.signin.SignInThrottle;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ApiTokenOverHttpTest {
    private static final String PASSWORD = "a newsroom password";

    private static TestService service;
    private static JdbcClient database;
    private static TestCaller anna;
    private static TestCaller rita;
    private static TestCaller chief;

    @BeforeAll
    static void start() {
        service = TestService.start("parley.access.public-reading=false");
        database = JdbcClient.create(service.bean(DataSource.class));
        anna = account("anna", Role.EDITOR);
        rita = account("rita", Role.READER);
        chief = TestCaller.chief(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static TestCaller account(String name, Role role) {
        service.bean(AccountRepository.class).create(name, role, PASSWORD, "test");
        return TestCaller.as(service, name, PASSWORD);
    }

    private static JsonNode create(TestCaller owner, String name, String... scopes) {
        Answer answer = owner.post(
                "/api/tokens", "{\"name\":\"%s\",\"scopes\":[\"%s\"]}".formatted(name, String.join("\",\"", scopes)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static TestCaller program(JsonNode created) {
        return program(created.get("token").asString());
    }

    private static TestCaller program(String secret) {
        return TestCaller.anonymous(service).with("Authorization", "Bearer " + secret);
    }

    private static JsonNode listed(TestCaller who, String name) {
        return who.get("/api/tokens")
                .json()
                .get("tokens")
                .valueStream()
                .filter(token -> token.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void actsForOwnerWithinScopes() {
        TestCaller feed = program(create(anna, "wire-feed", "record", "read"));

        assertThat(feed.get("/api/me").body()).isEqualTo("anna/wire-feed, EDITOR");
        assertThat(feed.post("/api/commands", "{}").status()).isEqualTo(200);
        assertThat(feed.delete("/api/developments").status())
                .as("needs a chief, and the owner is an editor")
                .isEqualTo(403);
        assertThat(feed.post("/api/projections/trail/rebuild", "").status()).isEqualTo(403);
    }

    @Test
    void refusesRequestWithoutScopeAndNamesIt() {
        Answer write = program(create(anna, "dashboard", "read")).post("/api/commands", "{}");

        assertThat(write.status()).isEqualTo(403);
        assertThat(write.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(write.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\", scope=\"record\"");
        assertThat(write.json().get("detail").asString())
                .isEqualTo("This needs a token with the scope record; 'anna/dashboard' has read.");
        assertThat(program(create(anna, "writer", "record"))
                        .get("/api/negotiations")
                        .status())
                .isEqualTo(403);
        TestCaller monitor = program(create(chief, "monitor", "operate"));
        assertThat(monitor.get("/actuator/env").status()).isEqualTo(200);
        assertThat(monitor.post("/api/commands", "{}").status()).isEqualTo(403);
    }

    @Test
    void refusesTokensAndAccountsToPrograms() {
        TestCaller mighty = program(create(chief, "mighty", "read", "record", "operate"));

        for (Answer refused : List.of(
                mighty.post("/api/tokens", "{\"name\":\"heir\",\"scopes\":[\"read\"]}"),
                mighty.get("/api/tokens"),
                mighty.get("/api/accounts"),
                mighty.post("/api/accounts", "{\"name\":\"heir\",\"role\":\"CHIEF\",\"password\":\"12345678\"}"),
                mighty.put("/api/accounts/chief/password", "{\"password\":\"12345678\"}"))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().get("detail").asString()).startsWith("Accounts and tokens are for people");
        }
    }

    @Test
    void listsOwnTokensAndAllForChief() {
        JsonNode created = create(rita, "reading-list", "read");
        assertThat(created.get("token").asString()).matches("parley_[0-9A-Za-z]{43}");
        assertThat(created.get("expires").isNull()).isTrue();

        JsonNode token = listed(rita, "reading-list");
        assertThat(token.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "owner", "scopes", "created", "expires", "lastUsed");
        assertThat(token.get("owner").asString()).isEqualTo("rita");
        assertThat(token.get("scopes").toString()).isEqualTo("[\"read\"]");
        assertThat(token.get("lastUsed").isNull()).isTrue();
        assertThat(listed(chief, "reading-list")).isEqualTo(token);
        create(anna, "annas-own", "read");
        assertThat(rita.get("/api/tokens").body()).doesNotContain("anna");

        program(created).get("/api/negotiations");
        assertThat(listed(rita, "reading-list").get("lastUsed").asString())
                .isIn(
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
    }

    @Test
    void refusesRevokedTokenAtOnce() {
        JsonNode created = create(anna, "short-lived", "read");
        TestCaller program = program(created);
        String path = "/api/tokens/" + created.get("id").asString();
        assertThat(program.get("/api/me").status()).isEqualTo(200);

        assertThat(rita.delete(path).status()).as("another's token").isEqualTo(404);
        assertThat(program.get("/api/me").status()).isEqualTo(200);
        assertThat(anna.delete(path).status()).isEqualTo(204);
        Answer refused = program.get("/api/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Parley\", error=\"invalid_token\"");
        assertThat(anna.delete(path).status()).isEqualTo(404);

        JsonNode again = create(anna, "short-lived", "read");
        assertThat(chief.delete("/api/tokens/" + again.get("id").asString()).status())
                .isEqualTo(204);
        assertThat(program(again).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void followsStateAndRoleOfOwner() {
        TestCaller leaver = account("leaver", Role.CHIEF);
        TestCaller program = program(create(leaver, "left-behind", "record", "operate"));
        assertThat(program.delete("/api/developments").status()).isEqualTo(200);

        service.bean(AccountRepository.class).ensure("leaver", Role.EDITOR, PASSWORD, "test");
        assertThat(program.delete("/api/developments").status()).isEqualTo(403);
        assertThat(program.get("/actuator/env").status()).isEqualTo(403);
        assertThat(program.post("/api/commands", "{}").status()).isEqualTo(200);

        service.bean(AccountRepository.class).setEnabled("leaver", false);
        assertThat(program.post("/api/commands", "{}").status()).isEqualTo(401);
        service.bean(AccountRepository.class).setEnabled("leaver", true);
        assertThat(program.post("/api/commands", "{}").status()).isEqualTo(200);
    }

    @Test
    void expiresWhileCached() {
        // The precision of the database.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String expiry = now.plus(Duration.ofHours(1)).toString();
        Answer created =
                anna.post("/api/tokens", "{\"name\":\"hourly\",\"scopes\":[\"read\"],\"expires\":\"" + expiry + "\"}");
        String secret = created.json().get("token").asString();
        assertThat(Instant.parse(created.json().get("expires").asString())).isEqualTo(expiry);
        assertThat(program(secret).get("/api/me").status()).isEqualTo(200);

        Instant[] time = {now};
        Clock clock = new SettableClock(() -> time[0]);
        SignInCache changes = service.bean(SignInCache.class);
        ApiTokenAuthenticationManager signIn = new ApiTokenAuthenticationManager(
                new ApiTokenRepository(database, changes, clock),
                changes,
                new SignInThrottle(clock, (account, address) -> false),
                clock);
        BearerTokenAuthenticationToken attempt = new BearerTokenAuthenticationToken(secret);
        assertThat(signIn.authenticate(attempt).isAuthenticated()).isTrue();
        time[0] = now.plus(Duration.ofHours(1));
        assertThatThrownBy(() -> signIn.authenticate(attempt)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void expiresAtEndOfDay() {
        Answer created =
                anna.post("/api/tokens", "{\"name\":\"yearly\",\"scopes\":[\"read\"],\"expires\":\"2999-12-31\"}");

        assertThat(created.json().get("expires").asString()).isEqualTo("3000-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"No Name\",\"scopes\":[\"read\"]} | /name",
                "{\"name\":\"x\"} | /scopes",
                "{\"name\":\"x\",\"scopes\":[]} | /scopes",
                "{\"name\":\"x\",\"scopes\":[\"read\",\"all\"]} | /scopes/1",
                "{\"name\":\"x\",\"scopes\":[null]} | /scopes/0",
                "{\"name\":\"x\",\"scopes\":[\"operate\"]} | /scopes/0",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires\":\"2020-01-01\"} | /expires",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires\":\"soon\"} | /expires",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"owner\":\"chief\"} | /owner"
            })
    void reportsFieldOfInvalidToken(String body, String pointer) {
        Answer refused = anna.post("/api/tokens", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void limitsTokensPerOwnerAndName() {
        TestCaller busy = account("busy", Role.READER);
        create(busy, "n0", "read");
        assertThat(busy.post("/api/tokens", "{\"name\":\"n0\",\"scopes\":[\"read\"]}")
                        .status())
                .isEqualTo(409);
        IntStream.range(1, ApiTokenController.PER_OWNER_MAX).forEach(n -> create(busy, "n" + n, "read"));
        assertThat(busy.post("/api/tokens", "{\"name\":\"last\",\"scopes\":[\"read\"]}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void neitherStoresNorLogsSecret(CapturedOutput output) {
        LoggingSystem logging = LoggingSystem.get(ApiTokenOverHttpTest.class.getClassLoader());
        logging.setLogLevel("org.springframework", LogLevel.TRACE);
        logging.setLogLevel("org.parley", LogLevel.TRACE);
        String secret;
        try {
            JsonNode created = create(anna, "hushed", "read");
            secret = created.get("token").asString();
            assertThat(program(secret).get("/api/me").status()).isEqualTo(200);
            anna.delete("/api/tokens/" + created.get("id").asString());
            assertThat(program(secret).get("/api/me").status()).isEqualTo(401);
            assertThat(program(secret + "x").get("/api/me").body()).doesNotContain(secret);
        } finally {
            logging.setLogLevel("org.springframework", LogLevel.WARN);
            logging.setLogLevel("org.parley", LogLevel.INFO);
        }
        assertThat(output.getAll())
                .contains("anna created the token hushed (read)", "anna revoked the token anna/hushed");
        assertThat(output.getAll().contains(secret.substring(7))).as("logged").isFalse();

        String kept = create(anna, "kept", "read").get("token").asString();
        assertThat(database.sql("select t::text || encode(secret_sha256, 'escape') from access.api_token t")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(kept.substring(7)));
    }

    @Test
    void throttlesGuessesAndCountsRepeatedTokenOnce() {
        try (TestService attacked = TestService.start()) {
            TestCaller guesser = TestCaller.anonymous(attacked);
            Answer stale = guesser.with("Authorization", "Bearer parley_stale").get("/api/me");
            IntStream.range(0, SignInThrottle.FAILURES_PER_ADDRESS * 2)
                    .forEach(n -> assertThat(guesser.with("Authorization", "Bearer parley_stale")
                                    .get("/api/me")
                                    .status())
                            .isEqualTo(401));
            IntStream.range(1, SignInThrottle.FAILURES_PER_ADDRESS)
                    .forEach(n -> guesser.with("Authorization", "Bearer " + ApiTokenSecret.generate())
                            .get("/api/me"));
            Answer throttled = guesser.with("Authorization", "Bearer " + ApiTokenSecret.generate())
                    .get("/api/me");

            assertThat(stale.status()).isEqualTo(401);
            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.header("Retry-After")).isNotEmpty();
            assertThat(TestCaller.chief(attacked).get("/api/me").status())
                    .as("people are not throttled")
                    .isEqualTo(200);
        }
    }

    @Test
    void restrictsPassToScopesOfToken() {
        InternalJwtService passes = service.bean(InternalJwtService.class);
        TestCaller reading = program(passes.issue(
                new ParleyPrincipal("anna/dashboard", Role.EDITOR, java.util.Set.of(Scope.READ)),
                TestService.AUDIENCE));

        assertThat(reading.get("/api/me").body()).isEqualTo("anna/dashboard, EDITOR");
        assertThat(reading.post("/api/commands", "{}").status()).isEqualTo(403);
    }
}
