package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.access.account.AccountRepository;
import org.parley.access.account.InitialPassword;
import org.parley.access.pass.InternalJwtService;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@Isolated("what it captures is what the whole JVM prints")
@ExtendWith(OutputCaptureExtension.class)
class StartupReportTest {
    /** A port that no server listens on. */
    private static final String UNUSED_PORT = "1";

    @Test
    void passwordIsPrintedEvenIfTheDossierIsNotLoaded(CapturedOutput output) {
        InitialPassword first = mock(InitialPassword.class);
        when(first.takePassword()).thenReturn(Optional.of("made-up"));
        MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", UNUSED_PORT);
        loadAndReport(environment, first);
        assertThat(output.getOut()).contains("chief, password made-up", "ukraine-2025: NOT LOADED");
    }

    @Test
    void passwordIsNotPrintedIfPasswordSignInIsDisabled(CapturedOutput output) {
        InitialPassword first = mock(InitialPassword.class);
        when(first.takePassword()).thenReturn(Optional.of("made-up"));
        MockEnvironment environment = new MockEnvironment()
                .withProperty("local.server.port", UNUSED_PORT)
                .withProperty("parley.access.local", "false");
        loadAndReport(environment, first);
        assertThat(output.getOut())
                .contains("Sign in    with your organisation's provider")
                .doesNotContain("made-up");
    }

    private static void loadAndReport(MockEnvironment environment, InitialPassword first) {
        StartupReport report = new StartupReport(
                environment,
                new DossierLoader(
                        List.of("ukraine-2025"), mock(AccountRepository.class), mock(InternalJwtService.class)),
                first,
                "localhost:9092");
        report.loadDossiers();
        report.report();
    }

    @Test
    void programThatDoesNotAnswerIsNotCalledRunning(CapturedOutput output) {
        InitialPassword first = mock(InitialPassword.class);
        when(first.takePassword()).thenReturn(Optional.empty());
        loadAndReport(new MockEnvironment().withProperty("local.server.port", UNUSED_PORT), first);
        assertThat(output.getOut())
                .contains("Parley has started, but does not work fully", "/actuator/health")
                .doesNotContain("Parley is running.");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,localhost",
        "0.0.0.0,localhost",
        "::,localhost",
        "192.0.2.7,192.0.2.7",
        "2001:db8::7,[2001:db8:0:0:0:0:0:7]"
    })
    void hostMatchesTheListeningAddress(String listening, String host) {
        assertThat(StartupReport.host(listening)).isEqualTo(host);
    }
}
