package org.parley.domain.history;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;
import static org.parley.domain.scenario.RandomHistories.tryToLog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.state.NegotiationState;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.SentenceNames;

/** Properties of every history, for random commands. */
class RecordedHistoryPropertyTest {
    private static final int GIVEN = 30;

    @Test
    void incrementalHistoryEqualsRebuiltHistory() {
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.ledger();
            for (int i = 0; i < GIVEN; i++) {
                CommandEnvelope command = newsroom.next(ledger);
                if (tryToLog(ledger, command).isEmpty()) {
                    RecordedHistory grown = ledger.historyOf(command.matter());
                    RecordedHistory scratch = RecordedHistory.of(command.matter(), grown.entries());
                    assertThat(grown.state()).isEqualTo(scratch.state());
                    assertThat(grown.effective()).isEqualTo(scratch.effective());
                    assertThat(grown.effective()).isSortedAccordingTo(Occurrence.VALID_TIME_ORDER);
                }
            }
        });
    }

    @Test
    void effectiveHistoryEqualsABackwardScan() {
        forEverySeed(seed -> {
            InMemoryLedger ledger = new RandomHistories(seed).randomLedger(GIVEN);
            for (RecordedHistory history : ledger.history().matters()) {
                List<Occurrence> effective = history.effective();
                assertThat(effective)
                        .extracting(
                                Occurrence::developmentId, o -> o.development().event(), o -> o.development()
                                        .occurred())
                        .containsExactlyInAnyOrderElementsOf(BackwardScan.of(history.entries()));
                for (LedgerEntry entry : history.entries()) {
                    history.standing(entry.developmentId());
                }
            }
        });
    }

    @Test
    void stateAsOfAnInstantIsTheFoldOfWhatHadOccurred() {
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN);
            for (RecordedHistory history : ledger.history().matters()) {
                for (int i = 0; i < 4; i++) {
                    Instant asOf = Edtf.parse("2025-07-01")
                            .start()
                            .plusSeconds(newsroom.random().nextInt(90 * 86_400));
                    MatterState expected = null;
                    for (Occurrence o : history.effective()) {
                        if (!o.start().isAfter(asOf)) {
                            expected = history.type()
                                    .apply(history.address(), expected, o)
                                    .orElse(expected);
                        }
                    }
                    ReferenceHistory plain = ReferenceHistory.of(history.address(), history.entries());
                    assertThat(history.state(asOf))
                            .isEqualTo(Optional.ofNullable(expected).map(state -> plain.listed(state)));
                }
            }
        });
    }

    @Test
    void negotiationStateCombinesItsMatters() {
        forEverySeed(seed -> {
            InMemoryLedger ledger = new RandomHistories(seed).randomLedger(GIVEN);
            NegotiationHistory growing = new NegotiationHistory(RandomHistories.NEGOTIATION);
            for (LedgerEntry entry : ledger.trail()) {
                growing.record(entry);
                NegotiationState then = growing.state(Instant.MAX, entry.recordedAt());
                assertThat(then.through()).isEqualTo(entry.position());
                List<MatterState> matters = new ArrayList<>();
                growing.matters().forEach(history -> history.state().ifPresent(matters::add));
                matters.removeIf(
                        state -> state.address().equals(MatterAddress.ofNegotiation(RandomHistories.NEGOTIATION)));
                assertThat(then.matters()).isEqualTo(matters);
            }
            assertThat(growing.state(Instant.MAX, ledger.now()))
                    .isEqualTo(ledger.history().state(Instant.MAX, ledger.now()));
        });
    }

    @Test
    void aRefusalChangesNothingAndIsRepeatable() {
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.ledger();
            for (int i = 0; i < GIVEN; i++) {
                CommandEnvelope command = newsroom.next(ledger);
                NegotiationState before = ledger.history().state(Instant.MAX, ledger.now());
                Optional<Refusal> refusal = tryToLog(ledger, command);
                if (refusal.isPresent()) {
                    assertThat(ledger.history().state(Instant.MAX, ledger.now()))
                            .isEqualTo(before);
                    assertThat(tryToLog(ledger, command)).isEqualTo(refusal);
                    assertThat(refusal.get().text()).isNotBlank().doesNotContain("null");
                }
            }
        });
    }

    @Test
    void anOfferedNarrowedDateIsAccepted() {
        List<Edtf> offered = new ArrayList<>();
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.ledger();
            for (int i = 0; i < GIVEN; i++) {
                CommandEnvelope command = newsroom.next(ledger);
                if (tryToLog(ledger, command).orElse(null) instanceof NotPossible refusal
                        && refusal.narrowed() != null
                        && !(command.command() instanceof EditorialCommand)) {
                    offered.add(refusal.narrowed());
                    assertThat(command.occurred()).isNotNull();
                    assertThat(refusal.narrowed().start())
                            .isAfter(command.occurred().start());
                    assertThat(refusal.narrowed().end())
                            .isBetween(
                                    command.occurred().end().truncatedTo(SECONDS),
                                    command.occurred().end());
                    assertThat(tryToLog(ledger, CommandFixtures.dated(refusal.narrowed(), command)))
                            .isEmpty();
                }
            }
        });
        assertThat(offered).isNotEmpty();
    }

    @Test
    void aLastDevelopmentIsPossibleExactlyIfTheLifecycleAllowsIt() {
        Edtf last = Edtf.parse("2025-12-30");
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN / 2);
            for (int i = 0; i < 5; i++) {
                CommandEnvelope command = CommandFixtures.dated(last, newsroom.development(ledger));
                if (CommandFixtures.namesBody(command)) {
                    continue;
                }
                RecordedHistory history = ledger.historyOf(command.matter());
                MatterState state = history.state().orElse(null);
                List<String> allowed = history.version() == 0
                        ? history.type().lifecycle().beginningWith()
                        : history.type().allowedAfter(state);
                boolean isObjectedTo = allowed.contains(command.command().type())
                        && history.type()
                                .objection(state, occurrence(command), SentenceNames.ofCodes(history.address()))
                                .isPresent();
                Optional<Refusal> refusal = tryToLog(ledger, command);
                if (refusal.isEmpty()
                        || refusal.get() instanceof NotPossible
                        || refusal.get() instanceof UnknownMatter) {
                    assertThat(refusal.isEmpty())
                            .as("%s in %s; allowed: %s; refused: %s", command, history.state(), allowed, refusal)
                            .isEqualTo(allowed.contains(command.command().type()) && !isObjectedTo);
                }
            }
        });
    }

    private static Occurrence occurrence(CommandEnvelope command) {
        Event event =
                DomainCatalogue.row(command.command().getClass()).becomes().apply(command.command());
        Development development = new Development(event, command.occurred(), null, null, null, List.of());
        return new Occurrence(command.developmentId(), 1, Instant.EPOCH, Instant.EPOCH, development, false, false);
    }
}
