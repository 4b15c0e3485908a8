package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.history.RandomHistories.tryToLog;
import static org.parley.history.Seeds.forEverySeed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.editorial.EditorialEvent;
import org.parley.matter.Development;
import org.parley.matter.Occurrence;
import org.parley.time.Edtf;

/** What is found in few steps is what is found from scratch, whatever the newsroom logs and whenever it asks. */
class PlainModelTest {
    private static final int GIVEN = 40;

    /** A newsroom that speaks mostly of what it said before. */
    private static RandomHistories newsroom(long seed) {
        return new RandomHistories(seed, seed % 2 == 0 ? 80 : 40);
    }

    /** Some instant of the desk's time: embargoes end at some of them, in any order. */
    private static Instant desk(InMemoryLedger ledger, Random random) {
        return ledger.now().plusSeconds(random.nextInt(40 * 60) - 20 * 60L);
    }

    private static Instant world(Random random) {
        return Edtf.parse("2025-07-01").start().plusSeconds(random.nextInt(200 * 86_400));
    }

    @Test
    void standingsAndStatesAreThoseFoundFromScratch() {
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.ledger();
            for (int i = 0; i < GIVEN; i++) {
                LogDevelopment command = newsroom.next(ledger);
                tryToLog(ledger, command);
                History history = ledger.historyOf(command.matter());
                PlainHistory plain = PlainHistory.of(history.address(), history.entries());
                Instant desk = newsroom.random().nextBoolean() ? ledger.now() : desk(ledger, newsroom.random());
                Instant asOf = newsroom.random().nextBoolean() ? Instant.MAX : world(newsroom.random());
                assertThat(history.effective(desk)).isEqualTo(plain.effective(desk));
                assertThat(history.state(asOf, desk)).isEqualTo(plain.state(asOf, desk));
                assertThat(history.state(desk)).isEqualTo(plain.state(Instant.MAX, desk));
            }
        });
    }

    @Test
    void everyEntryStandsAsFoundFromScratch() {
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.grown(GIVEN);
            Instant desk = desk(ledger, newsroom.random());
            for (History history : ledger.history().matters()) {
                PlainHistory plain = PlainHistory.of(history.address(), history.entries());
                for (Entry entry : history.entries()) {
                    PlainAccount account = plain.account(entry.developmentId());
                    assertThat(history.standing(entry.developmentId(), desk))
                            .isEqualTo(account.standing(entry.developmentId(), desk));
                    assertThat(history.isDisputed(entry.developmentId()))
                            .isEqualTo(account.showsDisputed(entry.developmentId()));
                    assertThat(history.correctionOf(entry.developmentId())).isEqualTo(account.correction());
                    assertThat(history.account(entry.developmentId())
                                    .orElseThrow()
                                    .retractionOf(entry.developmentId())
                                    .map(Entry::developmentId))
                            .isEqualTo(account.retractionOf(entry.developmentId()));
                }
            }
        });
    }

    @Test
    void whatIsTriedIsPossibleWhereTheWholeHistoryIs() {
        int[] tally = new int[2];
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.grown(GIVEN);
            Random random = newsroom.random();
            for (History history : ledger.history().matters()) {
                PlainHistory plain = PlainHistory.of(history.address(), history.entries());
                List<Occurrence> known = List.copyOf(history.effective(ledger.now()));
                for (Occurrence each : known) {
                    Optional<Occurrence> moved = random.nextInt(3) == 0
                            ? Optional.empty()
                            : Optional.of(moved(each, known.get(random.nextInt(known.size()))));
                    boolean possible =
                            history.effectiveHistory(ledger.now()).isPossible(each, moved.orElse(null), other -> false);
                    assertThat(possible)
                            .as("%s in the place of %s", moved, each)
                            .isEqualTo(plain.isPossible(Optional.of(each), moved, ledger.now()));
                    tally[possible ? 0 : 1]++;
                }
                assertThat(history.effective(ledger.now())).isEqualTo(known);
            }
        });
        assertThat(tally).as("possible, impossible").doesNotContain(0);
    }

    /** One development, when another happened. */
    private static Occurrence moved(Occurrence one, Occurrence when) {
        Development told = one.development();
        Development development = new Development(
                when.event(), when.development().occurred(), told.title(), told.evidence(), null, told.voices());
        return new Occurrence(one.developmentId(), one.position(), development, one.disputed(), one.held());
    }

    @Test
    void aSuppositionLeavesEverythingAsItWas() {
        forEverySeed(seed -> {
            RandomHistories newsroom = newsroom(seed);
            InMemoryLedger ledger = newsroom.grown(GIVEN);
            for (Entry entry : ledger.trail()) {
                if (entry.event() instanceof EditorialEvent) {
                    History history = ledger.historyOf(entry.matter());
                    Account account = history.account(entry.developmentId()).orElseThrow();
                    Entry again = new Entry(
                            new UUID(seed, entry.position()),
                            entry.matter(),
                            ledger.trail().size() + 1L,
                            ledger.now(),
                            "",
                            entry.development());
                    account.supposing(again, () -> account.occurrence(ledger.now()));
                }
            }
            for (History history : ledger.history().matters()) {
                PlainHistory plain = PlainHistory.of(history.address(), history.entries());
                for (Entry entry : history.entries()) {
                    assertThat(history.standing(entry.developmentId(), ledger.now()))
                            .isEqualTo(
                                    plain.account(entry.developmentId()).standing(entry.developmentId(), ledger.now()));
                }
            }
        });
    }
}
