package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.wording.DirectionIsolate;

/** Regression: a title with a direction mark does not turn the rest of its sentence round. */
class DirectionOverrideTest {
    @Test
    void theTitleIsIsolatedInItsSentence() throws IOException {
        LoggedCase ledger = new LoggedCase(MatterKind.DEMAND, Instant.parse("2026-10-01T12:00:00Z"));
        LedgerEntry demand = ledger.log(LoggedCase.file("direction-override").getFirst());

        assertThat(EntrySentence.of(ledger.history(), demand)).contains("\u2068Draft \u202etpircs\u2069");
    }

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "ab\u202ecd, \u2068ab\u202ecd\u2069",
        "a\u2069b\u202ec, \u2068ab\u202ec\u2069",
        "a\u2067b, \u2068a\u2067b\u2069\u2069",
        "a\u2067b\u2069c, \u2068a\u2067b\u2069c\u2069"
    })
    void aTextCannotEndItsIsolate(String text, String isolated) {
        assertThat(DirectionIsolate.of(text)).isEqualTo(isolated);
    }
}
