package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Json;
import org.parley.contract.state.StateJson;
import org.parley.domain.state.NegotiationState;
import org.parley.domain.time.Edtf;
import org.parley.testkit.TestLedger;

/** The bundled dossiers: the stored state, the fold over HTTP and the fold in memory are equal. */
class DossierStateTest {
    private static final Path DOSSIERS = Path.of("../newsroom/src/main/resources/dossier");
    private static final List<String> DAYS =
            List.of("1995", "2016-10-02", "2025-08-14", "2025-08-15", "2025-08-18", "2025-08-31", "2026");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private final ArchiveFixture archive = AlaskaStory.archive();

    @BeforeEach
    void moveClockForward() {
        archive.setTime(NOW);
    }

    @AfterEach
    void resetClock() {
        archive.setTime(AlaskaStory.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ukraine-2025", "colombia-2012"})
    void storedStateEqualsFold(String name) throws IOException {
        String negotiation = "dossier-" + name;
        TestLedger ledger = new TestLedger(negotiation, "2026-11-01T00:00:00Z");
        for (String line : Files.readAllLines(DOSSIERS.resolve(name + ".ndjson"))) {
            ledger.logJson(line.replace("\"" + name + "\"", "\"" + negotiation + "\""), UUID.randomUUID());
        }
        int count = ledger.published().size();
        archive.publishAndWait(ledger.published());
        String path = "/api/negotiations/" + negotiation;
        assertThat(archive.get(path).body()).isEqualTo(json(ledger.history().state(NOW, NOW)));
        for (String asOf : DAYS) {
            assertThat(archive.get(path + "?asOf=" + asOf).body())
                    .isEqualTo(json(ledger.history().state(Edtf.parse(asOf).end(), NOW)));
        }
        for (String from : DAYS) {
            for (String to : DAYS) {
                ExpectedDiff.assertWorldAxis(
                        archive,
                        negotiation,
                        Edtf.parse(from).end(),
                        Edtf.parse(to).end(),
                        NOW);
            }
        }
        assertThat(archive.get(path + "/trail?limit=500").json().path("entries"))
                .hasSize(count);
    }

    private static String json(NegotiationState state) {
        return Json.MAPPER.writeValueAsString(StateJson.of(state));
    }
}
