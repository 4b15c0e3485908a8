package org.parley.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.access.TestCaller;
import org.parley.access.TestCaller.Answer;
import org.parley.access.TestService;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.signin.SignInThrottle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AccountOverHttpTest {

    static TestService service;
    static TestCaller chief;

    @BeforeAll
    static void start() {
        service = TestService.start();
        chief = TestCaller.chief(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Answer create(String name, String role, String password) {
        return chief.post(
                "/api/accounts",
                "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, role, password));
    }

    @Test
    void createsAccountThatCanSignIn() {
        Answer created = create("olena.k", "EDITOR", "пароль-редактора");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isEqualTo("{\"name\":\"olena.k\",\"role\":\"EDITOR\"}");
        assertThat(TestCaller.as(service, "olena.k", "пароль-редактора")
                        .post("/api/commands", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesNameThatExists() {
        assertThat(create("twice", "READER", "password one").status()).isEqualTo(201);
        Answer again = create("twice", "CHIEF", "password two");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(TestCaller.as(service, "twice", "password one")
                        .get("/api/me")
                        .status())
                .isEqualTo(200);
        assertThat(TestCaller.as(service, "twice", "password two")
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void listsAccountsWithoutHashes() {
        create("listed", "READER", "password one");
        Answer list = chief.get("/api/accounts");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body())
                .contains("\"name\":\"listed\",\"role\":\"READER\"", "\"createdBy\":\"chief\"", "\"enabled\":true")
                .doesNotContain("bcrypt", "hash");
    }

    @Test
    void allowsAccountsForChiefOnly() {
        create("curious", "EDITOR", "password one");
        TestCaller editor = TestCaller.as(service, "curious", "password one");

        assertThat(TestCaller.anonymous(service).get("/api/accounts").status()).isEqualTo(401);
        assertThat(editor.get("/api/accounts").status()).isEqualTo(403);
        assertThat(editor.post("/api/accounts", "{}").status()).isEqualTo(403);
    }

    @Test
    void reportsAllErrorsAtOnce() {
        Answer refused = chief.post(
                "/api/accounts",
                "{\"name\":\"Olena\",\"role\":\"editor\",\"password\":\"short\",\"a/b\":1,\"colour\":\"red\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("errors"))
                .extracting(error -> error.get("pointer").asString())
                .containsExactlyInAnyOrder("/name", "/role", "/password", "/a~1b", "/colour");
    }

    @Test
    void refusesNameOfLedger() {
        Answer refused = chief.post(
                "/api/accounts", "{\"name\":\"parley\",\"role\":\"EDITOR\",\"password\":\"a password that is long\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/name");
    }

    @Test
    void refusesInvalidBody() {
        assertThat(pointerOf("{\"name\":")).isEmpty();
        assertThat(pointerOf("")).isEmpty();
        assertThat(pointerOf("null")).isEmpty();
        assertThat(pointerOf("[]")).isEmpty();
        assertThat(pointerOf("{\"name\":{\"first\":\"x\"}}")).isEqualTo("/name");
        assertThat(chief.with("Content-Type", "text/plain")
                        .post("/api/accounts", "{}")
                        .status())
                .isEqualTo(415);
    }

    static String pointerOf(String body) {
        Answer refused = chief.post("/api/accounts", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("org.parley");
        return refused.json().at("/errors/0/pointer").asString();
    }

    @Test
    void acceptsPasswordsFrom12CharactersTo72Bytes() {
        String seventyTwo = "a long sentence that somebody knows by heart and types without thinking!";
        Answer short11 = create("p11", "READER", "hear my tap");
        assertThat(short11.status()).isEqualTo(400);
        assertThat(short11.json().at("/errors/0/detail").asString())
                .isEqualTo("It needs 12 characters or more; this one has 11.");
        assertThat(create("p12", "READER", "hear my taps").status()).isEqualTo(201);
        assertThat(create("p72", "READER", seventyTwo).status()).isEqualTo(201);
        assertThat(create("p73", "READER", seventyTwo + "x").status()).isEqualTo(400);
        assertThat(create("p74", "READER", "й".repeat(37)).status()).isEqualTo(400);
        assertThat(TestCaller.as(service, "p72", seventyTwo).get("/api/me").status())
                .isEqualTo(200);
        assertThat(TestCaller.as(service, "p72", seventyTwo + "x")
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesCommonPasswordAndNamesRule() {
        Answer refused = create("common", "READER", "password1234");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/password");
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("common", "12 characters or more");
    }

    @Test
    void acceptsExistingPasswordThatBreaksRule() {
        create("veteran", "EDITOR", "password one");
        JdbcClient.create(service.bean(DataSource.class))
                .sql("update access.account set password_hash = :hash where name = 'veteran'")
                .param("hash", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("12345678"))
                .update();
        TestCaller veteran = TestCaller.as(service, "veteran", "12345678");

        assertThat(veteran.get("/api/me").status()).isEqualTo(200);
        assertThat(veteran.put("/api/accounts/veteran/password", change("12345678", "87654321"))
                        .status())
                .isEqualTo(400);
        assertThat(veteran.put("/api/accounts/veteran/password", change("12345678", "hear my taps"))
                        .status())
                .isEqualTo(204);
    }

    static String change(String current, String password) {
        return "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password);
    }

    @Test
    void requiresCurrentPasswordForOwnChange() {
        create("unlocked", "EDITOR", "password one");
        TestCaller unlocked = TestCaller.as(service, "unlocked", "password one");
        String path = "/api/accounts/unlocked/password";

        Answer without = unlocked.put(path, "{\"password\":\"password two\"}");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.json().at("/errors/0/pointer").asString()).isEqualTo("/current");
        Answer wrong = unlocked.put(path, change("password six", "password two"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/current");
        assertThat(unlocked.get("/api/me").status()).isEqualTo(200);
        assertThat(chief.put("/api/accounts/chief/password", "{\"password\":\"password two\"}")
                        .status())
                .as("applies to a chief too")
                .isEqualTo(400);

        for (int n = 1; n < SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS; n++) {
            service.bean(SignInThrottle.class).recordFailure("unlocked", "127.0.0.1");
        }
        assertThat(unlocked.put(path, change("password one", "password two")).status())
                .as("the throttle applies as for a sign-in")
                .isEqualTo(429);
    }

    @Test
    void revokesTokensWithPasswordOnRequest() {
        create("lost-phone", "EDITOR", "password one");
        TestCaller owner = TestCaller.as(service, "lost-phone", "password one");
        String secret = owner.post("/api/tokens", "{\"name\":\"feed\",\"scopes\":[\"read\"]}")
                .json()
                .get("token")
                .asString();
        TestCaller program = TestCaller.anonymous(service).with("Authorization", "Bearer " + secret);
        String path = "/api/accounts/lost-phone/password";

        assertThat(owner.put(path, change("password one", "password two")).status())
                .isEqualTo(204);
        assertThat(program.get("/api/me").status()).isEqualTo(200);
        assertThat(chief.put(path, "{\"password\":\"password six\",\"revokeTokens\":true}")
                        .status())
                .isEqualTo(204);
        assertThat(program.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void appliesNewPasswordAtOnce() {
        create("changer", "READER", "password one");
        TestCaller before = TestCaller.as(service, "changer", "password one");
        assertThat(before.get("/api/me").status()).isEqualTo(200);

        assertThat(before.put("/api/accounts/changer/password", change("password one", "password two"))
                        .status())
                .isEqualTo(204);
        assertThat(before.get("/api/me").status()).isEqualTo(401);
        assertThat(TestCaller.as(service, "changer", "password two")
                        .get("/api/me")
                        .status())
                .isEqualTo(200);

        assertThat(chief.put("/api/accounts/changer/password", "{\"password\":\"password three\"}")
                        .status())
                .isEqualTo(204);
        assertThat(TestCaller.as(service, "changer", "password three")
                        .get("/api/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void allowsPasswordChangeByOwnerOrChief() {
        create("nosy", "EDITOR", "password one");
        TestCaller nosy = TestCaller.as(service, "nosy", "password one");
        String body = "{\"password\":\"password two\"}";

        assertThat(nosy.put("/api/accounts/chief/password", body).status()).isEqualTo(403);
        assertThat(TestCaller.anonymous(service)
                        .put("/api/accounts/chief/password", body)
                        .status())
                .isEqualTo(401);
        assertThat(chief.put("/api/accounts/nobody/password", body).status()).isEqualTo(404);
        assertThat(nosy.put("/api/accounts/nosy/password", "{\"password\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(nosy.put(
                                "/api/accounts/nosy/password",
                                "{\"current\":\"password one\",\"password\":\"password two\",\"old\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesSignInOfDisabledAccount() {
        create("leaver", "EDITOR", "password one");
        TestCaller leaver = TestCaller.as(service, "leaver", "password one");
        assertThat(leaver.get("/api/me").status()).isEqualTo(200);

        assertThat(chief.put("/api/accounts/leaver/enabled", "{\"enabled\":false}")
                        .status())
                .isEqualTo(204);
        assertThat(leaver.get("/api/me").status()).isEqualTo(401);

        assertThat(chief.put("/api/accounts/leaver/enabled", "{\"enabled\":true}")
                        .status())
                .isEqualTo(204);
        assertThat(leaver.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void refusesDisablingOwnAccount() {
        assertThat(chief.put("/api/accounts/chief/enabled", "{\"enabled\":false}")
                        .status())
                .isEqualTo(409);
        assertThat(chief.put("/api/accounts/nobody/enabled", "{\"enabled\":false}")
                        .status())
                .isEqualTo(404);
        assertThat(chief.put("/api/accounts/chief/enabled", "{}").status()).isEqualTo(400);
        assertThat(chief.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void invalidatesSignInWhenAccountChanges() {
        create("sitting", "EDITOR", "password one");
        AccountRepository accounts = service.bean(AccountRepository.class);
        ParleyPrincipal sitting = new ParleyPrincipal("sitting", Role.EDITOR);
        Instant signedIn = Instant.now();

        assertThat(accounts.isSignInValid(sitting, signedIn)).isTrue();
        assertThat(accounts.isSignInValid(new ParleyPrincipal("sitting", Role.CHIEF), signedIn))
                .as("with a role it no longer has")
                .isFalse();

        accounts.changePassword("sitting", "password two");
        assertThat(accounts.isSignInValid(sitting, signedIn)).isFalse();
        assertThat(accounts.isSignInValid(sitting, Instant.now().plusSeconds(1)))
                .isTrue();

        accounts.setEnabled("sitting", false);
        assertThat(accounts.isSignInValid(sitting, Instant.now().plusSeconds(1)))
                .isFalse();
    }
}
