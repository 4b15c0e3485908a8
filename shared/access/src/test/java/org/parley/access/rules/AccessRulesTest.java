package org.parley.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.access.TestCaller;
import org.parley.access.TestCaller.Answer;
import org.parley.access.TestService;
import org.parley.access.account.AccountRepository;
import org.parley.access.identity.Role;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

class AccessRulesTest {

    static final String PASSWORD = "a newsroom password";

    static TestService service;
    static TestCaller anonymous;
    static TestCaller reader;
    static TestCaller editor;
    static TestCaller chief;

    @BeforeAll
    static void start() {
        service = TestService.start();
        anonymous = TestCaller.anonymous(service);
        chief = TestCaller.chief(service);
        reader = account("rita", Role.READER);
        editor = account("ed", Role.EDITOR);
    }

    static TestCaller account(String name, Role role) {
        service.bean(AccountRepository.class).create(name, role, PASSWORD, "test");
        return TestCaller.as(service, name, PASSWORD);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/negotiations", "/openapi.json", "/", "/actuator/health"})
    void allowsAnonymousReadingFromThisMachine(String path) {
        assertThat(anonymous.get(path).status()).isEqualTo(200);
    }

    @Test
    void refusesAnonymousWrite() {
        Answer refused = anonymous.post("/api/commands", "{}");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Parley\"");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("type").asString()).isEqualTo("about:blank");
        assertThat(refused.json().get("title").asString()).isEqualTo("Unauthorized");
        assertThat(refused.json().get("status").asInt()).isEqualTo(401);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo(
                        "This needs an account with the role EDITOR. Send its name and password with HTTP Basic, or a"
                                + " token as Bearer.");
    }

    @Test
    void refusesWriteByReader() {
        Answer refused = reader.post("/api/commands", "{}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("This needs the role EDITOR; the account 'rita' has the role READER. Ask a chief to do it.");
        assertThat(reader.post("/api/commands/batch", "{}").status()).isEqualTo(403);
        assertThat(reader.delete("/api/developments").status()).isEqualTo(403);
    }

    @Test
    void allowsWriteByEditor() {
        assertThat(editor.post("/api/commands", "{}").body()).isEqualTo("2");
        assertThat(editor.post("/api/commands/batch", "{}\n{}\n").body()).isEqualTo("2");
        assertThat(editor.get("/api/me").body()).isEqualTo("ed, EDITOR");
    }

    @Test
    void allowsOperationsForChiefOnly() {
        assertThat(anonymous.post("/api/projections/trail/rebuild", "").status())
                .isEqualTo(401);
        assertThat(editor.post("/api/projections/trail/rebuild", "").status()).isEqualTo(403);
        assertThat(chief.post("/api/projections/trail/rebuild", "").status()).isEqualTo(200);
        assertThat(anonymous.get("/actuator/env").status()).isEqualTo(401);
        assertThat(editor.get("/actuator/env").status()).isEqualTo(403);
        assertThat(chief.get("/actuator/env").status()).isEqualTo(200);
    }

    @Test
    void appliesRuleOfService() {
        Answer refused = editor.delete("/api/developments");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asString()).isEqualTo("Only a chief may retract a development.");
        assertThat(chief.delete("/api/developments").status()).isEqualTo(200);
        assertThat(anonymous.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void createsNoSessionAndNoCookie() {
        Answer answer = editor.get("/api/negotiations");

        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void requiresAccountForReadingThroughProxy() {
        assertThat(anonymous
                        .with("X-Forwarded-For", "127.0.0.1")
                        .get("/api/negotiations")
                        .status())
                .isEqualTo(401);
        assertThat(reader.with("X-Forwarded-For", "127.0.0.1")
                        .get("/api/negotiations")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Requires(Prerequisite.NETWORK_ADDRESS)
    void requiresAccountForReadingFromAnotherAddress() {
        String address = Prerequisite.NETWORK_ADDRESS.found().getFirst();
        URI reading = URI.create("http://" + address + ":" + service.port() + "/api/negotiations");

        assertThat(anonymous.get(reading).status()).isEqualTo(401);
        assertThat(reader.get(reading).status()).isEqualTo(200);
        assertThat(anonymous
                        .get(URI.create("http://" + address + ":" + service.port() + "/actuator/health"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requiresAccountWhenPublicReadingIsOff() {
        try (TestService strict = TestService.start("parley.access.public-reading=false")) {
            assertThat(TestCaller.anonymous(strict).get("/api/negotiations").status())
                    .isEqualTo(401);
            assertThat(TestCaller.anonymous(strict).get("/openapi.json").status())
                    .isEqualTo(401);
            assertThat(TestCaller.anonymous(strict).get("/actuator/health").status())
                    .isEqualTo(200);
            assertThat(TestCaller.chief(strict).get("/api/negotiations").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesCrossSiteWrite(String site) {
        assertThat(editor.with("Sec-Fetch-Site", site)
                        .post("/api/commands", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(editor.with("Sec-Fetch-Site", "same-origin")
                        .post("/api/commands", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void checksOriginOfOlderBrowser() {
        String own = "http://localhost:" + service.port();
        assertThat(editor.with("Origin", own).post("/api/commands", "{}").status())
                .isEqualTo(200);
        assertThat(editor.with("Origin", "https://example.org")
                        .post("/api/commands", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(editor.with("Origin", "null").post("/api/commands", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void answersUnknownPathWith404() {
        assertThat(anonymous.get("/api/nothing").status()).isEqualTo(404);
        assertThat(anonymous.get("/api/nothing").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(anonymous.post("/api/nothing", "{}").status()).isEqualTo(401);
    }
}
