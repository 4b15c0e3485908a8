package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessStateTest {
    @Test
    void thisProcessRuns() {
        assertThat(ProcessState.isRunning(ProcessHandle.current())).isTrue();
    }

    @Test
    void killedProcessDoesNotRun() throws Exception {
        Process process = new ProcessBuilder("sleep", "600").start();
        assertThat(ProcessState.isRunning(process.toHandle())).isTrue();
        process.destroyForcibly().waitFor();
        assertThat(ProcessState.isRunning(process.toHandle())).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endedProcessThatIsStillListedDoesNotRun() throws Exception {
        try (EndedProcess process = EndedProcess.create()) {
            await().atMost(Duration.ofMinutes(3)).until(() -> !ProcessState.isRunning(process.handle()));
            assertThat(process.handle().isAlive()).isTrue();
        }
    }
}
