package org.parley.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.HistoryReplay;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.history.ReferenceHistory;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.state.NegotiationState;
import org.parley.domain.time.Edtf;

/** Properties of the difference between two states, for random histories. */
class NegotiationDiffPropertyTest {
    private static final int GIVEN = 30;

    /** A history and two instants. */
    private record Case(InMemoryLedger ledger, Random random, Instant from, Instant to, Instant other) {
        static Case of(long seed, boolean inTransactionTime) {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN);
            Random random = newsroom.random();
            return inTransactionTime
                    ? new Case(ledger, random, recorded(ledger, random), recorded(ledger, random), occurred(random))
                    : new Case(ledger, random, occurred(random), occurred(random), recorded(ledger, random));
        }

        private static Instant recorded(InMemoryLedger ledger, Random random) {
            List<LedgerEntry> trail = ledger.trail();
            return trail.get(random.nextInt(trail.size())).recordedAt();
        }

        private static Instant occurred(Random random) {
            return Edtf.parse("2025-06-01").start().plusSeconds(random.nextInt(150 * 86_400));
        }

        Case reversed() {
            return new Case(ledger, random, to, from, other);
        }

        NegotiationHistory known(Instant knownAt) {
            return NegotiationHistory.of(
                    RandomHistories.NEGOTIATION,
                    ledger.trail().stream()
                            .filter(entry -> !entry.recordedAt().isAfter(knownAt))
                            .toList());
        }

        List<MatterStateAsOf> seen(Instant asOf, Instant knownAt) {
            return known(knownAt).matters().stream()
                    .flatMap(history -> history.state(asOf).stream())
                    .map(state -> MatterStateAsOf.at(asOf, state))
                    .toList();
        }

        NegotiationDiff betweenKnownAt() {
            NegotiationHistory later = known(from.isAfter(to) ? from : to);
            return NegotiationDiff.between(
                    seen(other, from),
                    seen(other, to),
                    matter -> ChangeCauses.betweenKnownAt(later.matter(matter).orElseThrow(), from, to, other));
        }

        NegotiationDiff betweenAsOf() {
            NegotiationHistory known = known(other);
            return NegotiationDiff.between(
                    seen(from, other),
                    seen(to, other),
                    matter -> ChangeCauses.betweenAsOf(known.matter(matter).orElseThrow(), from, to));
        }
    }

    private static NegotiationState state(List<MatterStateAsOf> seen, Instant asOf, Instant knownAt, long through) {
        return NegotiationState.of(
                RandomHistories.NEGOTIATION,
                seen.stream().map(MatterStateAsOf::state).toList(),
                asOf,
                knownAt,
                through);
    }

    @Test
    void applyingTheDifferenceGivesTheOtherState() {
        forEverySeed(seed -> {
            Case recording = Case.of(seed, true);
            List<MatterStateAsOf> before = recording.seen(recording.other(), recording.from());
            List<MatterStateAsOf> after = recording.betweenKnownAt().applyTo(before);
            NegotiationHistory known = recording.known(recording.to());
            assertThat(state(after, recording.other(), recording.to(), known.lastPosition()))
                    .isEqualTo(known.state(recording.other(), recording.to()));

            Case occurring = Case.of(seed, false);
            List<MatterStateAsOf> then =
                    occurring.betweenAsOf().applyTo(occurring.seen(occurring.from(), occurring.other()));
            assertThat(then).isEqualTo(occurring.seen(occurring.to(), occurring.other()));
            NegotiationHistory fixed = occurring.known(occurring.other());
            assertThat(state(then, occurring.to(), occurring.other(), fixed.lastPosition()))
                    .isEqualTo(fixed.state(occurring.to(), occurring.other()));
        });
    }

    @Test
    void aStateHasNoDifferenceFromItself() {
        forEverySeed(seed -> {
            Case one = Case.of(seed, true);
            List<MatterStateAsOf> seen = one.seen(one.other(), one.from());
            assertThat(NegotiationDiff.between(seen, seen, matter -> List.of()).changes())
                    .isEmpty();
        });
    }

    @Test
    void everyChangeHasACauseInItsMatter() {
        forEverySeed(seed -> {
            for (boolean inTransactionTime : List.of(true, false)) {
                Case one = Case.of(seed, inTransactionTime);
                NegotiationDiff diff = inTransactionTime ? one.betweenKnownAt() : one.betweenAsOf();
                for (MatterChange change : diff.changes()) {
                    assertThat(change.because())
                            .as("%s of seed %s", change, seed)
                            .isNotEmpty();
                    RecordedHistory history = one.ledger().historyOf(change.matter());
                    assertThat(change.because())
                            .allMatch(id -> history.entry(id).isPresent())
                            .doesNotHaveDuplicates();
                }
            }
        });
    }

    @Test
    void theCausesExplainTheChange() {
        forEverySeed(seed -> {
            Case any = Case.of(seed, true);
            Case one = any.from().isAfter(any.to()) ? any.reversed() : any;
            for (MatterChange change : one.betweenKnownAt().changes()) {
                RecordedHistory history = one.ledger().historyOf(change.matter());
                Set<UUID> because = new HashSet<>(change.because());
                List<LedgerEntry> causes = new ArrayList<>();
                for (LedgerEntry entry : history.entries()) {
                    if (!entry.recordedAt().isAfter(one.from()) || because.contains(entry.developmentId())) {
                        causes.add(entry);
                    }
                }
                assertThat(seen(history, causes, one)).isEqualTo(Optional.ofNullable(change.after()));
            }
        });
    }

    @Test
    void theReverseDifferenceHasTheSameCauses() {
        forEverySeed(seed -> {
            for (boolean inTransactionTime : List.of(true, false)) {
                Case one = Case.of(seed, inTransactionTime);
                Case back = one.reversed();
                assertThat(causes(inTransactionTime ? back.betweenKnownAt() : back.betweenAsOf()))
                        .isEqualTo(causes(inTransactionTime ? one.betweenKnownAt() : one.betweenAsOf()));
            }
        });
    }

    private static List<List<UUID>> causes(NegotiationDiff diff) {
        return diff.changes().stream().map(MatterChange::because).toList();
    }

    /**
     * The fold of the developments of these entries that had occurred. Others are left out: causes contain only
     * relevant entries, so the retraction of a later development may be missing.
     */
    private static Optional<MatterStateAsOf> seen(RecordedHistory history, List<LedgerEntry> entries, Case one) {
        Map<UUID, DevelopmentThread> accounts = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            UUID first = history.developmentOf(entry.developmentId()).orElseThrow();
            if (first.equals(entry.developmentId())) {
                accounts.put(first, DevelopmentThread.of(entry));
            } else {
                accounts.get(first).add(entry);
            }
        }
        List<Occurrence> occurred = accounts.values().stream()
                .flatMap(account -> account.occurrence().stream())
                .filter(occurrence -> !occurrence.start().isAfter(one.other()))
                .toList();
        List<Occurrence> ordered = RecordedHistory.inValidTimeOrder(occurred).stream()
                .filter(occurrence -> !occurrence.start().isAfter(one.other()))
                .toList();
        HistoryReplay replay = HistoryReplay.of(history.type(), history.address(), ordered, occurrence -> false);
        assertThat(replay.isPossible()).isTrue();
        return Optional.ofNullable(replay.last())
                .map(state -> ReferenceHistory.of(history.address(), entries).listed(state))
                .map(state -> MatterStateAsOf.at(one.other(), state));
    }
}
