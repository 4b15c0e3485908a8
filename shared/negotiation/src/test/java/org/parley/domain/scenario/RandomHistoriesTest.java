package org.parley.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.Standing;

/** The random histories cover every event type and are reproducible; the property tests depend on that. */
class RandomHistoriesTest {

    @Test
    void coverEveryEventType() {
        Set<String> events = new TreeSet<>();
        Set<Standing> standings = new TreeSet<>();
        int recorded = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            InMemoryLedger ledger = new RandomHistories(seed).randomLedger(30);
            recorded += ledger.trail().size();
            for (LedgerEntry entry : ledger.trail()) {
                events.add(entry.event().type());
                standings.add(ledger.historyOf(entry.matter()).standing(entry.developmentId()));
            }
        }
        assertThat(events)
                .doesNotContain("DevelopmentWithheld") // only the public trail has it
                .hasSize(DomainCatalogue.events().size() - 1);
        assertThat(standings).containsExactlyInAnyOrder(Standing.values());
        assertThat(recorded).isGreaterThan(2_000 * 12);
    }

    @Test
    void areReproducibleBySeed() {
        assertThat(new RandomHistories(42).randomLedger(30).trail())
                .isEqualTo(new RandomHistories(42).randomLedger(30).trail())
                .isNotEqualTo(new RandomHistories(43).randomLedger(30).trail());
    }
}
