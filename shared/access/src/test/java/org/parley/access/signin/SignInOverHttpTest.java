package org.parley.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.access.TestCaller;
import org.parley.access.TestCaller.Answer;
import org.parley.access.TestService;
import org.parley.access.account.AccountRepository;
import org.parley.access.account.SignInCache;
import org.parley.access.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInOverHttpTest {

    static final String PASSWORD = "a newsroom password";

    static TestService service;
    static AccountRepository accounts;

    @BeforeAll
    static void start() {
        service = TestService.start();
        accounts = service.bean(AccountRepository.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void refusesWrongPasswordEvenForPublicReading() {
        Answer refused = TestCaller.as(service, "chief", "wrong password").get("/api/negotiations");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Parley\"");
        assertThat(refused.json().get("detail").asString()).startsWith("The name or the password is wrong.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "*", "Chief", "with\u0000nul", "'; drop table access.account; --"})
    void refusesUnknownNameWithSameResponse(String name) {
        assertThat(TestCaller.as(service, name, PASSWORD)
                        .get("/api/negotiations")
                        .body())
                .isEqualTo(TestCaller.as(service, "chief", "wrong")
                        .get("/api/negotiations")
                        .body());
    }

    @Test
    void refusesMalformedHeader() {
        assertThat(TestCaller.anonymous(service)
                        .with("Authorization", "Basic %%%")
                        .get("/api/negotiations")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesDisabledAccount() {
        accounts.create("gone", Role.EDITOR, PASSWORD, "test");
        JdbcClient.create(service.bean(DataSource.class))
                .sql("update access.account set enabled = false where name = 'gone'")
                .update();

        assertThat(TestCaller.as(service, "gone", PASSWORD).get("/api/me").status())
                .isEqualTo(401);
    }

    /** A hash that nothing matches shows whether the password is compared again. */
    @Test
    void cachesSignIn() {
        accounts.create("busy", Role.READER, PASSWORD, "test");
        TestCaller busy = TestCaller.as(service, "busy", PASSWORD);
        assertThat(busy.get("/api/me").status()).isEqualTo(200);
        JdbcClient.create(service.bean(DataSource.class))
                .sql("update access.account set password_hash = '{bcrypt}none' where name = 'busy'")
                .update();

        assertThat(busy.get("/api/me").status()).isEqualTo(200);
        service.bean(SignInCache.class).invalidateAll();
        assertThat(busy.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void throttlesAfterTooManyFailures() {
        accounts.create("target", Role.CHIEF, PASSWORD, "test");
        IntStream.range(0, SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS)
                .forEach(n -> assertThat(TestCaller.as(service, "target", "guess number " + n)
                                .get("/api/me")
                                .status())
                        .isEqualTo(401));
        Answer refused = TestCaller.as(service, "target", PASSWORD).get("/api/me");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 300L);
        assertThat(TestCaller.chief(service).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void throttlesConcurrentGuesses() {
        accounts.create("raced", Role.CHIEF, PASSWORD, "test");
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 30)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> TestCaller.as(service, "raced", "guess number " + n)
                        .get("/api/me")
                        .status()))
                .toList();

        assertThat(guesses.stream().map(CompletableFuture::join).filter(status -> status == 401))
                .hasSize(SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS);
    }

    @Test
    void answers503WhileDatabaseIsUnavailable() {
        try (TestService lost = TestService.start()) {
            lost.bean(HikariDataSource.class).close();
            Answer refused = TestCaller.chief(lost).get("/api/me");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
    }
}
