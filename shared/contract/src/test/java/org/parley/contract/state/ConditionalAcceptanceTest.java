package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterKind;
import tools.jackson.databind.JsonNode;

/** Regression: a conditional acceptance does not make a ceasefire agreed. */
class ConditionalAcceptanceTest {
    @Test
    void ceasefireStaysProposedAndShowsTheCondition() throws IOException {
        LoggedCase ledger = new LoggedCase(MatterKind.CEASEFIRE, Instant.parse("2026-04-01T12:00:00Z"));
        LoggedCase.file("conditional-acceptance").forEach(ledger::log);

        RecordedHistory history = ledger.history().matters().iterator().next();
        JsonNode ceasefire = StateJson.of(history.state().orElseThrow(), Instant.MAX);
        assertThat(ceasefire.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(ceasefire.at("/detail/consentOf")).isEqualTo(Json.MAPPER.readTree("[\"RUS\"]"));
        assertThat(ceasefire.at("/detail/acceptedBy")).isEqualTo(Json.MAPPER.readTree("[\"USA\"]"));
        assertThat(ceasefire.at("/detail/conditionalBy"))
                .isEqualTo(Json.MAPPER.readTree(
                        "[{\"party\":\"RUS\",\"conditions\":\"only if deliveries of arms stop\"}]"));
        assertThat(history.entries())
                .extracting(entry -> entry.event().type())
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireAnswered");
    }
}
