package org.parley.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.parley.access.TestCaller;
import org.parley.access.TestService;
import org.parley.testkit.BackingServices;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@Isolated("captures the output of the JVM")
@ExtendWith(OutputCaptureExtension.class)
class InitialPasswordTest {

    @Test
    void printsPasswordAtFirstStartOnly(CapturedOutput output) {
        List<String> database = TestService.database();
        String printed;
        try (TestService first = TestService.startOn(database, "PARLEY_PASSWORD=")) {
            printed = printedPassword(output);
            assertThat(output.getAll()).containsOnlyOnce(printed);
            assertThat(TestCaller.as(first, "chief", printed).get("/api/me").body())
                    .isEqualTo("chief, CHIEF");
            assertThat(first.bean(InitialPassword.class).takePassword()).isEmpty();
        }
        try (TestService second = TestService.startOn(database, "PARLEY_PASSWORD=")) {
            assertThat(output.getAll()).containsOnlyOnce("First start").containsOnlyOnce(printed);
            assertThat(TestCaller.as(second, "chief", printed).get("/api/me").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void recoversAccountWithConfiguredPassword(CapturedOutput output) {
        List<String> database = TestService.database();
        try (TestService first = TestService.startOn(database, "PARLEY_PASSWORD=the first password")) {
            assertThat(first.bean(InitialPassword.class).takePassword()).isEmpty();
            assertThat(TestCaller.as(first, "chief", "the first password")
                            .get("/api/me")
                            .status())
                    .isEqualTo(200);
        }
        try (TestService second = TestService.startOn(database, "PARLEY_PASSWORD=the second password")) {
            assertThat(TestCaller.as(second, "chief", "the second password")
                            .get("/api/me")
                            .status())
                    .isEqualTo(200);
            assertThat(TestCaller.as(second, "chief", "the first password")
                            .get("/api/me")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(output.getAll()).doesNotContain("the first password", "the second password", "First start");
    }

    @Test
    void failsStartWithInvalidPassword() {
        List<String> database = TestService.database();
        assertThatThrownBy(() -> TestService.startOn(database, "PARLEY_PASSWORD=short"))
                .rootCause()
                .hasMessageContaining("PARLEY_PASSWORD")
                .hasMessageContaining("12 characters or more");
    }

    @Test
    void doesNotPrintPasswordThatBannerTook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InitialPassword firstSignIn =
                new InitialPassword("abcd-efgh", new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(firstSignIn.takePassword()).contains("abcd-efgh");
        firstSignIn.printUnlessTaken();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void createsOneAccountInConcurrentStarts() {
        DataSource source = BackingServices.shared().newDatabase().dataSource();
        List<CompletableFuture<String>> starts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> firstStart(source), Thread::startVirtualThread))
                .limit(6)
                .toList();

        assertThat(starts.stream().map(CompletableFuture::join).filter(Objects::nonNull))
                .hasSize(1);
    }

    private static String firstStart(DataSource source) {
        AccessSchema.migrate(source);
        PasswordPolicy passwords = new PasswordPolicy();
        AccountRepository accounts =
                new AccountRepository(JdbcClient.create(source), passwords, new SignInCache(), Clock.systemUTC());
        return new ChiefAccount(accounts, passwords).ensure(null);
    }

    private static String printedPassword(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("First start: "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }
}
