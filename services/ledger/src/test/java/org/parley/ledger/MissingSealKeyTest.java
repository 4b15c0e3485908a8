package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.BackingServices;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The ledger does not start without a seal key. */
@ExtendWith(OutputCaptureExtension.class)
class MissingSealKeyTest {
    @Test
    void ledgerDoesNotStartAndExplainsWhatToDo(CapturedOutput output) {
        assertThatThrownBy(() -> LedgerProcess.start(
                        BackingServices.shared().newDatabase(),
                        LedgerProcess.newTopic(),
                        Map.of("parley.stream.seal-key", "")))
                .hasStackTraceContaining("MissingSealKeyException");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("parley.stream.seal-key is not set")
                .contains("PARLEY_STREAM_SEAL_KEY")
                .contains("infra/docker/make-secrets");
    }
}
