package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.domain.matter.MatterKind;

/** Regression: an agreement with 53 parties was refused. */
class SignedByFiftyThreeTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void everyPartyIsRecorded() throws IOException {
        List<String> lines = LoggedCase.file("signed-by-53");
        String[] parties = IntStream.rangeClosed(1, 53)
                .mapToObj(number -> "P%02d".formatted(number))
                .toArray(String[]::new);
        LoggedCase ledger = new LoggedCase(MatterKind.AGREEMENT, NOW, parties);
        ledger.log(lines.getLast());

        assertThat(StateJson.of(ledger.history().state(NOW, NOW)).at("/matters/0/detail/between"))
                .hasSize(53);
    }
}
