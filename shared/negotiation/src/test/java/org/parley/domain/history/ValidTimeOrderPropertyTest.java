package org.parley.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;
import static org.parley.domain.scenario.RandomHistories.tryToLog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.editorial.EditorialCommand.RetractDevelopment;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.time.Edtf;

/** Properties of valid-time order: the order of recording does not matter, and retractions undo. */
class ValidTimeOrderPropertyTest {
    private static final int GIVEN = 30;

    @Test
    void theOrderOfRecordingNeverChangesTheState() {
        AtomicInteger late = new AtomicInteger();
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            List<CommandEnvelope> news = withoutTies(newsroom);
            Collections.shuffle(news, newsroom.random());
            InMemoryLedger inRandomOrder = newsroom.ledger();
            List<CommandEnvelope> arrived = new ArrayList<>();
            while (news.removeIf(command -> tryToLog(inRandomOrder, command).isEmpty() && arrived.add(command))) {
                assertThat(inRandomOrder.trail()).hasSameSizeAs(arrived);
            }
            List<CommandEnvelope> ordered = new ArrayList<>(arrived);
            ordered.sort(Comparator.comparing(command -> occurred(command).start()));
            InMemoryLedger inOrder = newsroom.ledger();
            ordered.forEach(inOrder::log);
            for (String date : List.of("2025-07-05", "2025-07-12", "2025-07", "2025-08-10", "2026")) {
                assertThat(states(inRandomOrder, date)).isEqualTo(states(inOrder, date));
            }
            late.addAndGet(ordered.equals(arrived) ? 0 : 1);
        });
        assertThat(late).hasPositiveValue();
    }

    /** Possible developments, no two of a matter with the same start. */
    private static List<CommandEnvelope> withoutTies(RandomHistories newsroom) {
        InMemoryLedger ledger = newsroom.ledger();
        Set<List<Object>> starts = new HashSet<>();
        List<CommandEnvelope> accepted = new ArrayList<>();
        for (int i = 0; i < GIVEN / 2; i++) {
            CommandEnvelope command = newsroom.development(ledger);
            // A second admission may make a party a voice, as known from then on.
            if (command.occurred() != null
                    && !(command.command() instanceof AdmitParty)
                    && !starts.contains(matterAndStart(command))
                    && tryToLog(ledger, command).isEmpty()) {
                starts.add(matterAndStart(command));
                accepted.add(command);
            }
        }
        return accepted;
    }

    private static List<Object> matterAndStart(CommandEnvelope command) {
        return List.of(command.matter(), occurred(command).start());
    }

    private static Edtf occurred(CommandEnvelope command) {
        return Objects.requireNonNull(command.occurred());
    }

    private static List<MatterState> states(InMemoryLedger ledger, String date) {
        List<MatterState> states = new ArrayList<>();
        for (RecordedHistory history : ledger.history().matters()) {
            history.state(Edtf.parse(date).end())
                    .map(ValidTimeOrderPropertyTest::withoutCertainty)
                    .ifPresent(states::add);
        }
        return states;
    }

    /** The instant of certainty also depends on the time of recording. */
    private static MatterState withoutCertainty(MatterState state) {
        return new MatterState(
                state.address(),
                state.title(),
                state.status(),
                state.since(),
                state.detail(),
                Instant.MAX,
                state.disputed(),
                state.held());
    }

    @Test
    void aRetractionEqualsTheHistoryWithoutIt() {
        AtomicInteger retracted = new AtomicInteger();
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN);
            for (LedgerEntry target : List.copyOf(ledger.trail())) {
                RetractDevelopment retraction = new RetractDevelopment(target.developmentId(), "unfounded");
                CommandEnvelope command =
                        new CommandEnvelope(UUID.randomUUID(), target.matter(), retraction, null, null, null, null);
                RecordedHistory before = ledger.historyOf(target.matter());
                Set<UUID> removed = withReferringEntries(target.developmentId(), before.entries());
                if (before.entries().stream()
                        .filter(entry -> removed.contains(entry.developmentId()))
                        .anyMatch(ValidTimeOrderPropertyTest::admits)) {
                    continue; // that a party exists is not undone
                }
                boolean alone = removed.size() == 1 || !(target.event() instanceof EditorialEvent);
                if (alone && tryToLog(ledger, command).isEmpty()) {
                    removed.add(command.developmentId());
                    RecordedHistory after = ledger.historyOf(target.matter());
                    List<LedgerEntry> rest = after.entries().stream()
                            .filter(entry -> !removed.contains(entry.developmentId()))
                            .toList();
                    assertThat(after.effective())
                            .extracting(Occurrence::developmentId, Occurrence::event, o -> o.development()
                                    .occurred())
                            .containsExactlyInAnyOrderElementsOf(BackwardScan.of(rest));
                    assertThatIsEqualUnlessAPrefixWasImpossible(after, rest);
                    assertThat(after.standing(target.developmentId())).isEqualTo(Standing.RETRACTED);
                    retracted.incrementAndGet();
                    break;
                }
            }
        });
        assertThat(retracted).hasPositiveValue();
    }

    private static boolean admits(LedgerEntry entry) {
        Event content = entry.event() instanceof DevelopmentCorrected corrected
                ? corrected.replacement().event()
                : entry.event();
        return content instanceof PartyAdmitted;
    }

    /** Without its predecessor an entry may have been impossible until a late entry was recorded. */
    private static void assertThatIsEqualUnlessAPrefixWasImpossible(RecordedHistory after, List<LedgerEntry> rest) {
        try {
            RecordedHistory without = RecordedHistory.of(after.address(), rest);
            assertThat(after.effective()).isEqualTo(without.effective());
            assertThat(after.state()).isEqualTo(without.state());
        } catch (ImpossibleHistoryException impossible) {
            assertThat(rest).hasSizeGreaterThan(1);
        }
    }

    @Test
    void aRetractionOfARetractionRestoresEverything() {
        forEverySeed(seed -> {
            InMemoryLedger ledger = new RandomHistories(seed).randomLedger(GIVEN);
            for (LedgerEntry target : List.copyOf(ledger.trail())) {
                MatterAddress matter = target.matter();
                List<Object> before = everything(ledger, matter);
                UUID retraction = UUID.randomUUID();
                if (tryToLog(ledger, retract(retraction, matter, target.developmentId()))
                        .isEmpty()) {
                    assertThat(tryToLog(ledger, retract(UUID.randomUUID(), matter, retraction)))
                            .isEmpty();
                    assertThat(everything(ledger, matter)).isEqualTo(before);
                    break;
                }
            }
        });
    }

    private static CommandEnvelope retract(UUID id, MatterAddress matter, UUID target) {
        return new CommandEnvelope(id, matter, new RetractDevelopment(target, "unfounded"), null, null, null, null);
    }

    private static List<Object> everything(InMemoryLedger ledger, MatterAddress matter) {
        RecordedHistory history = ledger.historyOf(matter);
        return List.of(List.copyOf(history.effective()), history.state());
    }

    /** The ids of an entry and of all entries that refer to it, directly or indirectly. */
    private static Set<UUID> withReferringEntries(UUID target, List<LedgerEntry> entries) {
        Set<UUID> removed = new HashSet<>(Set.of(target));
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof EditorialEvent said && removed.contains(said.target())) {
                removed.add(entry.developmentId());
            }
        }
        return removed;
    }

    /** The state known at an instant depends only on the entries recorded by then. */
    @Test
    void knownStateDependsOnlyOnThePrefixOfTheTrail() {
        forEverySeed(seed -> {
            InMemoryLedger ledger = new RandomHistories(seed).randomLedger(GIVEN);
            InMemoryLedger again = new RandomHistories(seed).ledger();
            RandomHistories newsroom = new RandomHistories(seed);
            while (again.trail().size() < ledger.trail().size() / 2) {
                tryToLog(again, newsroom.next(again));
            }
            int then = again.trail().size();
            Instant knownAt = then == 0 ? ledger.now() : again.trail().getLast().recordedAt();
            NegotiationHistory prefix = NegotiationHistory.of(
                    RandomHistories.NEGOTIATION, ledger.trail().subList(0, then));
            assertThat(prefix.state(Instant.MAX, knownAt))
                    .isEqualTo(again.history().state(Instant.MAX, knownAt));
            assertThat(again.trail()).isEqualTo(ledger.trail().subList(0, then));
        });
    }
}
