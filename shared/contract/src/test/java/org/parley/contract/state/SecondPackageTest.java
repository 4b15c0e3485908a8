package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.matter.MatterKind;
import tools.jackson.databind.JsonNode;

/** Regression: further sanctions and their end belong to one warning. */
class SecondPackageTest {
    @Test
    void bothPackagesAndTheLiftingAreKeptEachWithItsDate() throws IOException {
        LoggedCase ledger = new LoggedCase(MatterKind.WARNING, Instant.parse("2026-11-01T12:00:00Z"));
        List<String> lines = LoggedCase.file("sanctions-second-package-and-lifted");
        lines.subList(0, 3).forEach(ledger::log);
        CommandRefusedException withdrawal =
                catchThrowableOfType(CommandRefusedException.class, () -> ledger.log(lines.getLast()));
        assertThat(((NotPossible) withdrawal.refusal()).allowed()).contains("LiftConsequences");
        ledger.log(
                lines.getLast().replace("WithdrawWarning", "LiftConsequences").replace("\"reason\"", "\"summary\""));

        JsonNode warning = StateJson.of(
                ledger.history().matters().iterator().next().state().orElseThrow(), Instant.MAX);
        assertThat(warning.path("status").asString()).isEqualTo("LIFTED");
        assertThat(warning.path("since").asString()).isEqualTo("2026-10-20");
        assertThat(warning.at("/detail/packages").valueStream())
                .extracting(each -> each.path("occurred").asString(), each -> each.path("summary")
                        .asString())
                .containsExactly(tuple("2026-09-10", "first package"), tuple("2026-09-20", "second package"));
        assertThat(warning.at("/detail/lifted/0/occurred").asString()).isEqualTo("2026-10-20");
        assertThat(warning.at("/detail/lifted/0/by")).isEqualTo(Json.MAPPER.readTree("[\"USA\"]"));
    }
}
