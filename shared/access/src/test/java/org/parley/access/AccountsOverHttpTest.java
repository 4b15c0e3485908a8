package org.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.access.Caller.Answer;

class AccountsOverHttpTest {

    static Service service;
    static Caller chief;

    @BeforeAll
    static void start() {
        service = Service.start();
        chief = Caller.chief(service);
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
    void aChiefCreatesAnAccountThatCanSignIn() {
        Answer created = create("olena.k", "EDITOR", "пароль-редактора");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isEqualTo("{\"name\":\"olena.k\",\"role\":\"EDITOR\"}");
        assertThat(Caller.as(service, "olena.k", "пароль-редактора")
                        .post("/api/commands", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNameIsGivenOnce() {
        assertThat(create("twice", "READER", "password one").status()).isEqualTo(201);
        Answer again = create("twice", "CHIEF", "password two");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Caller.as(service, "twice", "password one").get("/api/me").status())
                .isEqualTo(200);
        assertThat(Caller.as(service, "twice", "password two").get("/api/me").status())
                .isEqualTo(401);
    }

    @Test
    void theListTellsNoHashes() {
        create("listed", "READER", "password one");
        Answer list = chief.get("/api/accounts");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body())
                .contains("\"name\":\"listed\",\"role\":\"READER\"", "\"createdBy\":\"chief\"", "\"enabled\":true")
                .doesNotContain("bcrypt", "hash");
    }

    @Test
    void onlyAChiefSeesOrCreatesAccounts() {
        create("curious", "EDITOR", "password one");
        Caller editor = Caller.as(service, "curious", "password one");

        assertThat(Caller.anonymous(service).get("/api/accounts").status()).isEqualTo(401);
        assertThat(editor.get("/api/accounts").status()).isEqualTo(403);
        assertThat(editor.post("/api/accounts", "{}").status()).isEqualTo(403);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
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
    void aBodyThatIsNoAccountIsRefused() {
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
    void aPasswordHasEightToSeventyTwoBytes() {
        assertThat(create("p7", "READER", "x".repeat(7)).status()).isEqualTo(400);
        assertThat(create("p8", "READER", "x".repeat(8)).status()).isEqualTo(201);
        assertThat(create("p72", "READER", "x".repeat(72)).status()).isEqualTo(201);
        assertThat(create("p73", "READER", "x".repeat(73)).status()).isEqualTo(400);
        assertThat(create("p74", "READER", "й".repeat(37)).status()).isEqualTo(400);
        assertThat(Caller.as(service, "p72", "x".repeat(72)).get("/api/me").status())
                .isEqualTo(200);
        assertThat(Caller.as(service, "p72", "x".repeat(73)).get("/api/me").status())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordHoldsAtOnce() {
        create("changer", "READER", "password one");
        Caller before = Caller.as(service, "changer", "password one");
        assertThat(before.get("/api/me").status()).isEqualTo(200);

        assertThat(before.put("/api/accounts/changer/password", "{\"password\":\"password two\"}")
                        .status())
                .isEqualTo(204);
        assertThat(before.get("/api/me").status()).isEqualTo(401);
        assertThat(Caller.as(service, "changer", "password two").get("/api/me").status())
                .isEqualTo(200);

        assertThat(chief.put("/api/accounts/changer/password", "{\"password\":\"password three\"}")
                        .status())
                .isEqualTo(204);
        assertThat(Caller.as(service, "changer", "password three")
                        .get("/api/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyTheOwnPasswordOrByAChief() {
        create("nosy", "EDITOR", "password one");
        Caller nosy = Caller.as(service, "nosy", "password one");
        String body = "{\"password\":\"password two\"}";

        assertThat(nosy.put("/api/accounts/chief/password", body).status()).isEqualTo(403);
        assertThat(Caller.anonymous(service)
                        .put("/api/accounts/chief/password", body)
                        .status())
                .isEqualTo(401);
        assertThat(chief.put("/api/accounts/nobody/password", body).status()).isEqualTo(404);
        assertThat(nosy.put("/api/accounts/nosy/password", "{\"password\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(nosy.put("/api/accounts/nosy/password", "{\"password\":\"password two\",\"old\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aClosedAccountSignsInNoMoreUntilItIsOpenedAgain() {
        create("leaver", "EDITOR", "password one");
        Caller leaver = Caller.as(service, "leaver", "password one");
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
    void aChiefDoesNotCloseTheirOwnAccount() {
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
    void aSignInHoldsUntilTheAccountIsClosedOrGetsAnotherPassword() {
        create("sitting", "EDITOR", "password one");
        Accounts accounts = service.bean(Accounts.class);
        SignedIn sitting = new SignedIn("sitting", Role.EDITOR);
        Instant signedIn = Instant.now();

        assertThat(accounts.holds(sitting, signedIn)).isTrue();
        assertThat(accounts.holds(new SignedIn("sitting", Role.CHIEF), signedIn))
                .as("with a role it no longer has")
                .isFalse();

        accounts.changePassword("sitting", "password two");
        assertThat(accounts.holds(sitting, signedIn)).isFalse();
        assertThat(accounts.holds(sitting, Instant.now().plusSeconds(1))).isTrue();

        accounts.enable("sitting", false);
        assertThat(accounts.holds(sitting, Instant.now().plusSeconds(1))).isFalse();
    }
}
