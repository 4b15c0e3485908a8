package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.history.RandomHistories.tryToLog;
import static org.parley.history.Seeds.forEverySeed;

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
import org.parley.editorial.EditorialCommand.RetractDevelopment;
import org.parley.editorial.EditorialEvent;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;
import org.parley.process.ProcessCommand.AdmitParty;
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.parley.state.NegotiationHistory;
import org.parley.time.Edtf;

/** The laws about what comes when: the order of arrival, and what is taken back. */
class WorldOrderLawsTest {
    private static final int GIVEN = 30;

    @Test
    void theOrderOfArrivalNeverChangesTheStateInTheWorld() {
        AtomicInteger late = new AtomicInteger();
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            List<LogDevelopment> news = withoutTies(newsroom);
            Collections.shuffle(news, newsroom.random());
            InMemoryLedger asItCame = newsroom.ledger();
            List<LogDevelopment> arrived = new ArrayList<>();
            while (news.removeIf(told -> tryToLog(asItCame, told).isEmpty() && arrived.add(told))) {
                assertThat(asItCame.trail()).hasSameSizeAs(arrived);
            }
            List<LogDevelopment> ordered = new ArrayList<>(arrived);
            ordered.sort(Comparator.comparing(told -> occurred(told).start()));
            InMemoryLedger inOrder = newsroom.ledger();
            ordered.forEach(inOrder::log);
            for (String date : List.of("2025-07-05", "2025-07-12", "2025-07", "2025-08-10", "2026")) {
                assertThat(states(asItCame, date)).isEqualTo(states(inOrder, date));
            }
            late.addAndGet(ordered.equals(arrived) ? 0 : 1);
        });
        assertThat(late).hasPositiveValue();
    }

    /** Developments of which no two of a matter begin together, possible one after the other. */
    private static List<LogDevelopment> withoutTies(RandomHistories newsroom) {
        InMemoryLedger ledger = newsroom.ledger();
        Set<List<Object>> places = new HashSet<>();
        List<LogDevelopment> accepted = new ArrayList<>();
        for (int i = 0; i < GIVEN / 2; i++) {
            LogDevelopment told = newsroom.development(ledger);
            // A party that is described anew may become a voice, on the desk's axis.
            if (told.occurred() != null
                    && !(told.command() instanceof AdmitParty)
                    && !places.contains(place(told))
                    && tryToLog(ledger, told).isEmpty()) {
                places.add(place(told));
                accepted.add(told);
            }
        }
        return accepted;
    }

    private static List<Object> place(LogDevelopment told) {
        return List.of(told.matter(), occurred(told).start());
    }

    private static Edtf occurred(LogDevelopment told) {
        return Objects.requireNonNull(told.occurred());
    }

    private static List<MatterState> states(InMemoryLedger ledger, String date) {
        List<MatterState> states = new ArrayList<>();
        for (History history : ledger.history().matters()) {
            history.state(Edtf.parse(date).end())
                    .map(WorldOrderLawsTest::withoutCertainty)
                    .ifPresent(states::add);
        }
        return states;
    }

    /** From when on something is certain also goes by when it was recorded, which is of the desk's time. */
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
            InMemoryLedger ledger = newsroom.grown(GIVEN);
            for (Entry target : List.copyOf(ledger.trail())) {
                RetractDevelopment retraction = new RetractDevelopment(target.developmentId(), "unfounded");
                LogDevelopment told =
                        new LogDevelopment(UUID.randomUUID(), target.matter(), retraction, null, null, null, null);
                History before = ledger.historyOf(target.matter());
                Set<UUID> gone = withEverythingSaidOf(target.developmentId(), before.entries());
                if (target.event() instanceof PartyAdmitted) {
                    continue; // that a party exists is not undone
                }
                boolean alone = gone.size() == 1 || !(target.event() instanceof EditorialEvent);
                if (alone && tryToLog(ledger, told).isEmpty()) {
                    gone.add(told.developmentId());
                    History after = ledger.historyOf(target.matter());
                    List<Entry> rest = after.entries().stream()
                            .filter(entry -> !gone.contains(entry.developmentId()))
                            .toList();
                    assertThat(after.effective())
                            .extracting(Occurrence::developmentId, Occurrence::event, o -> o.development()
                                    .occurred())
                            .containsExactlyInAnyOrderElementsOf(BackwardReading.of(rest));
                    assertThatIsEqualUnlessAPrefixWasImpossible(after, rest);
                    assertThat(after.standing(target.developmentId())).isEqualTo(Standing.RETRACTED);
                    retracted.incrementAndGet();
                    break;
                }
            }
        });
        assertThat(retracted).hasPositiveValue();
    }

    /** Without its predecessor an entry may have been impossible for a while, until a late one was recorded. */
    private static void assertThatIsEqualUnlessAPrefixWasImpossible(History after, List<Entry> rest) {
        try {
            History without = History.of(after.address(), rest);
            assertThat(after.effective()).isEqualTo(without.effective());
            assertThat(after.state()).isEqualTo(without.state());
        } catch (ImpossibleHistory meanwhile) {
            assertThat(rest).hasSizeGreaterThan(1);
        }
    }

    @Test
    void aRetractionOfARetractionRestoresEverything() {
        forEverySeed(seed -> {
            InMemoryLedger ledger = new RandomHistories(seed).grown(GIVEN);
            for (Entry target : List.copyOf(ledger.trail())) {
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

    private static LogDevelopment retract(UUID id, MatterAddress matter, UUID target) {
        return new LogDevelopment(id, matter, new RetractDevelopment(target, "unfounded"), null, null, null, null);
    }

    private static List<Object> everything(InMemoryLedger ledger, MatterAddress matter) {
        History history = ledger.historyOf(matter);
        return List.of(List.copyOf(history.effective()), history.state());
    }

    /** The ids of an entry and of all that speaks of it, of what speaks of that, and so on. */
    private static Set<UUID> withEverythingSaidOf(UUID target, List<Entry> entries) {
        Set<UUID> gone = new HashSet<>(Set.of(target));
        for (Entry entry : entries) {
            if (entry.event() instanceof EditorialEvent said && gone.contains(said.target())) {
                gone.add(entry.developmentId());
            }
        }
        return gone;
    }

    /** What was known at a moment is what the trail held then: the future of the desk does not reach back. */
    @Test
    void whatWasKnownThenIsThePrefixOfTheTrail() {
        forEverySeed(seed -> {
            InMemoryLedger ledger = new RandomHistories(seed).grown(GIVEN);
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
