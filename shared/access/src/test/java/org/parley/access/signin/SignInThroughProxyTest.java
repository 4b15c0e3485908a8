package org.parley.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.access.TestCaller;
import org.parley.access.TestService;
import org.parley.access.account.AccountRepository;
import org.parley.access.http.ClientAddress;
import org.parley.access.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Behind proxies in private networks, with {@code server.forward-headers-strategy: native}. */
class SignInThroughProxyTest {

    static final String PASSWORD = "a newsroom password";

    static TestService service;
    static AccountRepository accounts;

    @BeforeAll
    static void start() {
        service = TestService.start("server.forward-headers-strategy=native");
        accounts = service.bean(AccountRepository.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Sends the request as a proxy on this machine that forwards for the address. */
    static int signIn(String name, String password, String forwardedFor) {
        return TestCaller.as(service, name, password)
                .with("X-Forwarded-For", forwardedFor)
                .get("/api/me")
                .status();
    }

    static void fail(String name, String address, int times) {
        SignInThrottle throttle = service.bean(SignInThrottle.class);
        IntStream.range(0, times).forEach(n -> throttle.recordFailure(name, address));
    }

    @Test
    void countsFailuresForClientNotForProxy() {
        accounts.create("ed", Role.EDITOR, PASSWORD, "test");
        fail("ed", "203.0.113.1", SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS - 1);

        assertThat(signIn("ed", "wrong password", "203.0.113.1, 10.0.0.7")).isEqualTo(401);
        assertThat(signIn("ed", PASSWORD, "203.0.113.1, 10.0.0.7")).isEqualTo(429);
        assertThat(signIn("ed", PASSWORD, "198.51.100.1, 203.0.113.1"))
                .as("an address that the client itself claims is ignored")
                .isEqualTo(429);
        assertThat(signIn("ed", PASSWORD, "203.0.113.2, 10.0.0.7")).isEqualTo(200);
    }

    @Test
    void countsIpv6NetworkAsOneAddress() {
        accounts.create("ada", Role.EDITOR, PASSWORD, "test");
        fail("ada", ClientAddress.normalize("2001:db8:1:2::1"), SignInThrottle.FAILURES_PER_ACCOUNT_AND_ADDRESS - 1);

        assertThat(signIn("ada", "wrong password", "2001:db8:1:2::2")).isEqualTo(401);
        assertThat(signIn("ada", PASSWORD, "2001:db8:1:2:ffff::3")).isEqualTo(429);
        assertThat(signIn("ada", PASSWORD, "2001:db8:1:3::1")).isEqualTo(200);
    }

    @Test
    void allowsSignInFromKnownAddressDuringAttack() {
        accounts.create("target", Role.CHIEF, PASSWORD, "test");
        assertThat(signIn("target", PASSWORD, "203.0.113.50")).isEqualTo(200);
        assertThat(signIn("target", PASSWORD, "203.0.113.51")).isEqualTo(200);
        JdbcClient.create(service.bean(DataSource.class))
                .sql("update access.known_address set last_signed_in = last_signed_in - 31 where address = :long_ago")
                .param("long_ago", "203.0.113.51")
                .update();
        IntStream.range(0, SignInThrottle.FAILURES_PER_ACCOUNT).forEach(n -> fail("target", "198.51.100." + n, 1));

        assertThat(signIn("target", PASSWORD, "203.0.113.99"))
                .as("an unknown address")
                .isEqualTo(429);
        assertThat(signIn("target", PASSWORD, "203.0.113.51")).as("31 days ago").isEqualTo(429);
        assertThat(signIn("target", PASSWORD, "203.0.113.50")).as("today").isEqualTo(200);
    }
}
