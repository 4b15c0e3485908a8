package org.parley.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;
import static org.parley.domain.scenario.RandomHistories.tryToLog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.time.Edtf;

/** The incremental model agrees with the reference model, for random histories. */
class ReferenceModelTest {
    private static final int GIVEN = 40;

    /** Mostly editorial commands. */
    private static RandomHistories newsroom(long seed) {
        return new RandomHistories(seed, seed % 2 == 0 ? 80 : 40);
    }

    private static Instant world(Random random) {
        return Edtf.parse("2025-07-01").start().plusSeconds(random.nextInt(200 * 86_400));
    }

    @Test
    void standingsAndStatesEqualTheReferenceModel() {
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.ledger();
            for (int i = 0; i < GIVEN; i++) {
                CommandEnvelope command = newsroom.next(ledger);
                tryToLog(ledger, command);
                RecordedHistory history = ledger.historyOf(command.matter());
                ReferenceHistory plain = ReferenceHistory.of(history.address(), history.entries());
                Instant asOf = newsroom.random().nextBoolean() ? Instant.MAX : world(newsroom.random());
                assertThat(history.effective()).isEqualTo(plain.effective());
                assertThat(history.state(asOf)).isEqualTo(plain.state(asOf));
                assertThat(history.state()).isEqualTo(plain.state(Instant.MAX));
            }
        });
    }

    @Test
    void everyStandingEqualsTheReferenceModel() {
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN);
            for (RecordedHistory history : ledger.history().matters()) {
                ReferenceHistory plain = ReferenceHistory.of(history.address(), history.entries());
                for (LedgerEntry entry : history.entries()) {
                    ReferenceThread account = plain.account(entry.developmentId());
                    assertThat(history.standing(entry.developmentId()))
                            .isEqualTo(account.standing(entry.developmentId()));
                    assertThat(history.embargo(entry.developmentId()))
                            .isEqualTo(account.embargo(entry.developmentId()));
                    assertThat(history.isDisputed(entry.developmentId()))
                            .isEqualTo(account.showsDisputed(entry.developmentId()));
                    assertThat(history.correctionOf(entry.developmentId())).isEqualTo(account.correction());
                    assertThat(history.thread(entry.developmentId())
                                    .orElseThrow()
                                    .retractionOf(entry.developmentId())
                                    .map(LedgerEntry::developmentId))
                            .isEqualTo(account.retractionOf(entry.developmentId()));
                }
            }
        });
    }

    @Test
    void possibilityEqualsTheReferenceModel() {
        int[] tally = new int[2];
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN);
            Random random = newsroom.random();
            for (RecordedHistory history : ledger.history().matters()) {
                ReferenceHistory plain = ReferenceHistory.of(history.address(), history.entries());
                List<Occurrence> known = List.copyOf(history.effective());
                for (Occurrence each : known) {
                    Optional<Occurrence> moved = random.nextInt(3) == 0
                            ? Optional.empty()
                            : Optional.of(moved(each, known.get(random.nextInt(known.size()))));
                    boolean possible = history.effectiveHistory().isPossible(each, moved.orElse(null), other -> false);
                    assertThat(possible)
                            .as("%s in the place of %s", moved, each)
                            .isEqualTo(plain.isPossible(Optional.of(each), moved));
                    tally[possible ? 0 : 1]++;
                }
                assertThat(history.effective()).isEqualTo(known);
            }
        });
        assertThat(tally).as("possible, impossible").doesNotContain(0);
    }

    /** A development with the date of another. */
    private static Occurrence moved(Occurrence one, Occurrence when) {
        Development before = one.development();
        return one.withContent(new Development(
                when.event(), when.development().occurred(), before.title(), before.evidence(), null, before.voices()));
    }

    @Test
    void hypotheticalQueriesChangeNothing() {
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN);
            for (LedgerEntry entry : ledger.trail()) {
                if (entry.event() instanceof EditorialEvent) {
                    RecordedHistory history = ledger.historyOf(entry.matter());
                    DevelopmentThread account =
                            history.thread(entry.developmentId()).orElseThrow();
                    LedgerEntry again = new LedgerEntry(
                            new UUID(seed, entry.position()),
                            entry.matter(),
                            ledger.trail().size() + 1L,
                            ledger.now(),
                            "",
                            entry.development());
                    account.hypothetically(again, () -> account.occurrence());
                }
            }
            for (RecordedHistory history : ledger.history().matters()) {
                ReferenceHistory plain = ReferenceHistory.of(history.address(), history.entries());
                for (LedgerEntry entry : history.entries()) {
                    assertThat(history.standing(entry.developmentId()))
                            .isEqualTo(plain.account(entry.developmentId()).standing(entry.developmentId()));
                }
            }
        });
    }
}
