package org.parley.ledger.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parley.ledger.store.LedgerHaltedException;

class StartupComparisonTest {
    private final StartupComparison comparison = new StartupComparison(Duration.ofMillis(50));

    @Test
    void blocksCommandsBeforeTheComparison() {
        assertThat(comparison.isPassed()).isFalse();
        assertThatThrownBy(comparison::require)
                .isInstanceOf(LedgerHaltedException.class)
                .hasMessageContaining("The comparison is pending.");
    }

    /**
     * The first command waits, since Kafka may start later than the ledger. After a timeout, further commands do not
     * wait.
     */
    @Test
    void namesTheCauseIfTheComparisonFails() {
        StartupComparison patient = new StartupComparison(Duration.ofMinutes(1));
        patient.fail("no broker answers");
        Thread command = Thread.ofVirtual().start(patient::require);
        assertThat(command.isAlive()).isTrue();
        patient.pass();

        comparison.fail("no broker answers");
        assertThatThrownBy(comparison::require).isInstanceOf(LedgerHaltedException.class);
        assertThatThrownBy(comparison::require)
                .isInstanceOf(LedgerHaltedException.class)
                .hasMessageContaining("no broker answers")
                .hasMessageContaining("parley.ledger.start-uncompared=true");
    }

    /** After one comparison the ledger works without Kafka. */
    @Test
    void admitsCommandsAfterTheComparison() {
        comparison.fail("no broker answers");
        comparison.pass();
        comparison.fail("no broker answers any more");
        comparison.require();
        assertThat(comparison.isPassed()).isTrue();
    }

    @Test
    void earlyCommandWaitsForTheComparison() throws InterruptedException {
        StartupComparison patient = new StartupComparison(Duration.ofMinutes(1));
        Thread command = Thread.ofVirtual().start(patient::require);
        assertThat(command.join(Duration.ofMillis(20))).isFalse();
        patient.pass();
        command.join();
        assertThat(patient.isPassed()).isTrue();
    }
}
