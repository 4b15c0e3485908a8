package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.matter.MatterKind;
import tools.jackson.databind.JsonNode;

/** Regression: one party left, and the treaty was recorded as terminated for all. */
class OnePartyLeavesATreatyTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final LoggedCase ledger = new LoggedCase(MatterKind.AGREEMENT, NOW, "P01", "P02", "P03", "P04");

    @Test
    void theTreatyStaysInForceForTheOthers() throws IOException {
        List<String> lines = LoggedCase.file("one-party-leaves-a-treaty");
        ledger.log(lines.get(0));
        ledger.log(lines.get(1));
        ledger.log(lines.get(2).replace("TerminateAgreement", "LeaveAgreement"));

        JsonNode treaty = treaty();
        assertThat(treaty.path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(treaty.at("/detail/leftBy")).extracting(JsonNode::asString).containsExactly("P04");
        assertThat(treaty.at("/detail/between")).extracting(JsonNode::asString).containsExactly("P01", "P02", "P03");
    }

    @Test
    void aTerminationSaysWhoTerminated() throws IOException {
        for (String line : LoggedCase.file("one-party-leaves-a-treaty")) {
            ledger.log(line);
        }

        assertThat(treaty().path("status").asString()).isEqualTo("TERMINATED");
        assertThat(treaty().at("/detail/endedBy"))
                .extracting(JsonNode::asString)
                .containsExactly("P04");
    }

    private JsonNode treaty() {
        return StateJson.of(ledger.history().state(NOW, NOW)).at("/matters/0");
    }
}
