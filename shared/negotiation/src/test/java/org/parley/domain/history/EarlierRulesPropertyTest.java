package org.parley.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;
import static org.parley.domain.scenario.RandomHistories.tryToLog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.time.Edtf;

/** Properties of histories with entries that were accepted under any earlier rules. */
class EarlierRulesPropertyTest {
    private static final int FORMERLY = 30;
    private static final int SINCE = 20;

    /** A ledger that accepted everything for a while, so that it contains whatever earlier rules allowed. */
    private static InMemoryLedger formerly(RandomHistories newsroom) {
        InMemoryLedger ledger = newsroom.ledger();
        for (int i = 0; i < FORMERLY; i++) {
            CommandEnvelope command = newsroom.next(ledger);
            if (command.command() instanceof EditorialCommand
                    || newsroom.random().nextInt(3) > 0) {
                tryToLog(ledger, command);
            } else {
                ledger.record(
                        command,
                        new Development(
                                DomainCatalogue.row(command.command().getClass())
                                        .becomes()
                                        .apply(command.command()),
                                command.occurred(),
                                command.title(),
                                command.evidence(),
                                command.note(),
                                List.of()));
            }
        }
        return ledger;
    }

    @Test
    void everyStateIsTheFoldOfTheRegardedDevelopments() {
        int[] disregarded = new int[1];
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = formerly(newsroom);
            for (RecordedHistory history : ledger.history().matters()) {
                ReferenceHistory plain = ReferenceHistory.of(history.address(), history.entries());
                Set<UUID> inert = plain.disregarded();
                disregarded[0] += inert.size();
                List<Occurrence> effective = List.copyOf(history.effective());
                assertThat(effective).allSatisfy(each -> assertThat(history.isDisregarded(each.developmentId()))
                        .isEqualTo(inert.contains(each.developmentId())));
                for (Instant asOf : List.of(Instant.MAX, world(newsroom), world(newsroom))) {
                    Optional<MatterState> expected = plain.state(asOf);
                    assertThat(Optional.ofNullable(folded(history, effective, inert, asOf))
                                    .map(state -> plain.listed(state)))
                            .isEqualTo(expected);
                    assertThat(history.state(asOf)).isEqualTo(expected);
                    assertThat(MatterSnapshot.EMPTY.state(history.address(), history.entries(), asOf))
                            .isEqualTo(expected);
                }
            }
        });
        assertThat(disregarded[0]).isPositive();
    }

    private static Instant world(RandomHistories newsroom) {
        return Edtf.parse("2025-07-01").start().plusSeconds(newsroom.random().nextInt(90 * 86_400));
    }

    private static MatterState folded(
            RecordedHistory history, List<Occurrence> effective, Set<UUID> without, Instant asOf) {
        MatterState state = null;
        for (Occurrence each : effective) {
            if (!without.contains(each.developmentId()) && !each.start().isAfter(asOf)) {
                state = history.type().apply(history.address(), state, each).orElseThrow();
            }
        }
        return state;
    }

    @Test
    void laterAcceptedEntriesAreNeverDisregarded() {
        List<UUID> accepted = new ArrayList<>();
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = formerly(newsroom);
            long since = ledger.trail().size();
            for (int i = 0; i < SINCE; i++) {
                CommandEnvelope command = newsroom.next(ledger);
                Optional<Refusal> refusal = tryToLog(ledger, command);
                if (refusal.isEmpty()) {
                    accepted.add(command.developmentId());
                    assertThatNewContentIsRegarded(ledger.historyOf(command.matter()), since);
                } else if (refusal.get() instanceof NotPossible clash && clash.conflictsWith() != null) {
                    assertThat(ledger.historyOf(command.matter()).isDisregarded(clash.conflictsWith()))
                            .as(clash.text())
                            .isFalse();
                }
            }
        });
        assertThat(accepted).isNotEmpty();
    }

    private static void assertThatNewContentIsRegarded(RecordedHistory history, long since) {
        for (DevelopmentThread account : history.threads()) {
            LedgerEntry content = account.correction().orElse(account.first());
            if (content.position() > since && !isRepeated(account, content)) {
                assertThat(history.isDisregarded(account.first().developmentId()))
                        .as("%s", content)
                        .isFalse();
            }
        }
    }

    /** Whether a correction repeats earlier content and so changes nothing. */
    private static boolean isRepeated(DevelopmentThread account, LedgerEntry content) {
        Development repeated = contentOf(content);
        return account.entries()
                .takeWhile(entry -> !entry.equals(content))
                .filter(entry ->
                        !(entry.event() instanceof EditorialEvent) || entry.event() instanceof DevelopmentCorrected)
                .map(EarlierRulesPropertyTest::contentOf)
                .anyMatch(before -> before.event().equals(repeated.event())
                        && Objects.equals(before.occurred(), repeated.occurred()));
    }

    private static Development contentOf(LedgerEntry entry) {
        return entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement()
                : entry.development();
    }

    @Test
    void aLastDevelopmentIsPossibleIfTheStateAllowsIt() {
        Edtf last = Edtf.parse("2025-12-30");
        int[] tally = new int[2];
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = formerly(newsroom);
            for (int i = 0; i < 5; i++) {
                CommandEnvelope command = CommandFixtures.dated(last, newsroom.development(ledger));
                if (CommandFixtures.namesBody(command)) {
                    continue;
                }
                RecordedHistory history = ledger.historyOf(command.matter());
                MatterState state = history.state().orElse(null);
                Optional<Refusal> refusal = tryToLog(ledger, command);
                if (refusal.isEmpty() || refusal.get() instanceof NotPossible) {
                    Occurrence logged = new Occurrence(
                            command.developmentId(),
                            1,
                            ledger.now(),
                            ledger.now(),
                            new Development(
                                    DomainCatalogue.row(command.command().getClass())
                                            .becomes()
                                            .apply(command.command()),
                                    last,
                                    null,
                                    null,
                                    null,
                                    List.of()),
                            false,
                            false);
                    boolean possible = history.type().isPossible(history.address(), state, logged);
                    assertThat(refusal.isEmpty()).as("%s %s", command, refusal).isEqualTo(possible);
                    tally[possible ? 0 : 1]++;
                }
            }
        });
        assertThat(tally[0]).isPositive();
        assertThat(tally[1]).isPositive();
    }
}
