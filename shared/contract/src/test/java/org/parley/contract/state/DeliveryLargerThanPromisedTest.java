package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.state.EntrySentence;
import tools.jackson.databind.JsonNode;

/** Regression: deliveries in another unit, and deliveries beyond the promised quantity. */
class DeliveryLargerThanPromisedTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final LoggedCase ledger = new LoggedCase(MatterKind.AGREEMENT, NOW);

    @Test
    void refusesAnotherUnitAndAddsUpDeliveries() throws IOException {
        List<LedgerEntry> recorded = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String line : LoggedCase.file("delivery-larger-than-promised")) {
            try {
                recorded.add(ledger.log(line));
            } catch (CommandRefusedException e) {
                refused.add(e.refusal().text());
            }
        }

        assertThat(refused).singleElement().asString().contains("counted in people, not in tonnes");
        assertThat(EntrySentence.of(ledger.history(), recorded.getLast()))
                .isEqualTo(
                        "On 25 May 2026, 3,030 people were delivered on the commitment “release prisoners” under the agreement"
                                + " “Exchange”: 3,030 of 1,000 so far, more than promised.");
        JsonNode commitment = StateJson.of(ledger.history().state(NOW, NOW)).at("/matters/0/detail/commitments/0");
        assertThat(commitment.path("delivered").asInt()).isEqualTo(3030);
        assertThat(commitment.path("quantity").asInt()).isEqualTo(1000);
    }
}
