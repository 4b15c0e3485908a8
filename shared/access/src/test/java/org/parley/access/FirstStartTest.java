package org.parley.access;

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
import org.parley.testkit.BackingServices;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    @Test
    void printsPasswordAtFirstStartOnly(CapturedOutput output) {
        List<String> database = Service.database();
        String printed;
        try (Service first = Service.startOn(database, "PARLEY_PASSWORD=")) {
            printed = printedPassword(output);
            assertThat(output.getAll()).containsOnlyOnce(printed);
            assertThat(Caller.as(first, "chief", printed).get("/api/me").body()).isEqualTo("chief, CHIEF");
            assertThat(first.bean(FirstSignIn.class).takePassword()).isEmpty();
        }
        try (Service second = Service.startOn(database, "PARLEY_PASSWORD=")) {
            assertThat(output.getAll()).containsOnlyOnce("First start").containsOnlyOnce(printed);
            assertThat(Caller.as(second, "chief", printed).get("/api/me").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void recoversAccountWithConfiguredPassword(CapturedOutput output) {
        List<String> database = Service.database();
        try (Service first = Service.startOn(database, "PARLEY_PASSWORD=the first password")) {
            assertThat(first.bean(FirstSignIn.class).takePassword()).isEmpty();
            assertThat(Caller.as(first, "chief", "the first password")
                            .get("/api/me")
                            .status())
                    .isEqualTo(200);
        }
        try (Service second = Service.startOn(database, "PARLEY_PASSWORD=the second password")) {
            assertThat(Caller.as(second, "chief", "the second password")
                            .get("/api/me")
                            .status())
                    .isEqualTo(200);
            assertThat(Caller.as(second, "chief", "the first password")
                            .get("/api/me")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(output.getAll()).doesNotContain("the first password", "the second password", "First start");
    }

    @Test
    void failsStartWithInvalidPassword() {
        List<String> database = Service.database();
        assertThatThrownBy(() -> Service.startOn(database, "PARLEY_PASSWORD=short"))
                .rootCause()
                .hasMessageContaining("PARLEY_PASSWORD")
                .hasMessageContaining("12 characters or more");
    }

    @Test
    void doesNotPrintPasswordThatBannerTook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FirstSignIn firstSignIn = new FirstSignIn("abcd-efgh", new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(firstSignIn.takePassword()).contains("abcd-efgh");
        firstSignIn.printIfNobodyDid();

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
        AccountSchema.migrate(source);
        Passwords passwords = new Passwords();
        Accounts accounts = new Accounts(JdbcClient.create(source), passwords, new SignInCache(), Clock.systemUTC());
        return new ChiefAccount(accounts, passwords).open(null);
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
