package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.state.EntrySentence;

/** Regression: parties that talk through mediators do not meet. */
class IndirectTalksTest {
    private static final Instant NOW = Instant.parse("2026-07-07T12:00:00Z");

    @Test
    void theSentenceSaysThatTheTalksAreIndirectAsAnnounced() throws IOException {
        LoggedCase ledger = new LoggedCase(MatterKind.MEETING, NOW);
        List<LedgerEntry> entries =
                LoggedCase.file("indirect-talks").stream().map(ledger::log).toList();

        assertThat(entries)
                .extracting(entry -> EntrySentence.of(ledger.history(), entry))
                .containsExactly(
                        "On 1 July 2026, the indirect talks “Indirect talks” of RUS and USA were set for 6 July 2026.",
                        "On 6 July 2026, RUS and USA held indirect talks: “Indirect talks”.");
    }

    @Test
    void theSentenceNamesTheMediators() throws IOException {
        LoggedCase ledger = new LoggedCase(MatterKind.MEETING, NOW);
        ledger.log(LoggedCase.file("indirect-talks").getFirst());
        LedgerEntry held = ledger.log(LoggedCase.file("indirect-talks")
                .getLast()
                .replace("\"evidence\"", "\"participants\": [\"RUS\"], \"via\": [\"USA\"], \"evidence\""));

        assertThat(EntrySentence.of(ledger.history(), held))
                .isEqualTo("On 6 July 2026, RUS held indirect talks through USA: “Indirect talks”.");
    }
}
