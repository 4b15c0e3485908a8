package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.history.Seeds.forEverySeed;

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
import org.parley.diff.Causes;
import org.parley.diff.Change;
import org.parley.diff.Diff;
import org.parley.diff.SeenMatter;
import org.parley.matter.Occurrence;
import org.parley.state.NegotiationHistory;
import org.parley.state.NegotiationState;
import org.parley.time.Edtf;

/** Properties of the difference between two states, for random histories. */
class DiffLawsTest {
    private static final int GIVEN = 30;

    /** A history and two instants. */
    private record Case(InMemoryLedger ledger, Random random, Instant from, Instant to, Instant other) {
        static Case of(long seed, boolean inTransactionTime) {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.grown(GIVEN);
            Random random = newsroom.random();
            return inTransactionTime
                    ? new Case(ledger, random, recorded(ledger, random), recorded(ledger, random), occurred(random))
                    : new Case(ledger, random, occurred(random), occurred(random), recorded(ledger, random));
        }

        private static Instant recorded(InMemoryLedger ledger, Random random) {
            List<Entry> trail = ledger.trail();
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

        List<SeenMatter> seen(Instant asOf, Instant knownAt) {
            return known(knownAt).matters().stream()
                    .flatMap(history -> history.state(asOf).stream())
                    .map(state -> SeenMatter.at(asOf, state))
                    .toList();
        }

        Diff betweenKnownAt() {
            NegotiationHistory later = known(from.isAfter(to) ? from : to);
            return Diff.between(
                    seen(other, from),
                    seen(other, to),
                    matter -> Causes.onDeskAxis(later.matter(matter).orElseThrow(), from, to, other));
        }

        Diff betweenAsOf() {
            NegotiationHistory known = known(other);
            return Diff.between(
                    seen(from, other),
                    seen(to, other),
                    matter -> Causes.onWorldAxis(known.matter(matter).orElseThrow(), from, to));
        }
    }

    private static NegotiationState state(List<SeenMatter> seen, Instant asOf, Instant knownAt, long through) {
        return NegotiationState.of(
                RandomHistories.NEGOTIATION,
                seen.stream().map(SeenMatter::state).toList(),
                asOf,
                knownAt,
                through);
    }

    @Test
    void applyingTheDifferenceGivesTheOtherState() {
        forEverySeed(seed -> {
            Case recording = Case.of(seed, true);
            List<SeenMatter> before = recording.seen(recording.other(), recording.from());
            List<SeenMatter> after = recording.betweenKnownAt().appliedTo(before);
            NegotiationHistory known = recording.known(recording.to());
            assertThat(state(after, recording.other(), recording.to(), known.through()))
                    .isEqualTo(known.state(recording.other(), recording.to()));

            Case occurring = Case.of(seed, false);
            List<SeenMatter> then =
                    occurring.betweenAsOf().appliedTo(occurring.seen(occurring.from(), occurring.other()));
            assertThat(then).isEqualTo(occurring.seen(occurring.to(), occurring.other()));
            NegotiationHistory fixed = occurring.known(occurring.other());
            assertThat(state(then, occurring.to(), occurring.other(), fixed.through()))
                    .isEqualTo(fixed.state(occurring.to(), occurring.other()));
        });
    }

    @Test
    void aStateHasNoDifferenceFromItself() {
        forEverySeed(seed -> {
            Case one = Case.of(seed, true);
            List<SeenMatter> seen = one.seen(one.other(), one.from());
            assertThat(Diff.between(seen, seen, matter -> List.of()).changes()).isEmpty();
        });
    }

    @Test
    void everyChangeHasACauseInItsMatter() {
        forEverySeed(seed -> {
            for (boolean inTransactionTime : List.of(true, false)) {
                Case one = Case.of(seed, inTransactionTime);
                Diff diff = inTransactionTime ? one.betweenKnownAt() : one.betweenAsOf();
                for (Change change : diff.changes()) {
                    assertThat(change.because())
                            .as("%s of seed %s", change, seed)
                            .isNotEmpty();
                    History history = one.ledger().historyOf(change.matter());
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
            for (Change change : one.betweenKnownAt().changes()) {
                History history = one.ledger().historyOf(change.matter());
                Set<UUID> because = new HashSet<>(change.because());
                List<Entry> causes = new ArrayList<>();
                for (Entry entry : history.entries()) {
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

    private static List<List<UUID>> causes(Diff diff) {
        return diff.changes().stream().map(Change::because).toList();
    }

    /**
     * The fold of the developments of these entries that had occurred. Others are left out: causes contain only
     * relevant entries, so the retraction of a later development may be missing.
     */
    private static Optional<SeenMatter> seen(History history, List<Entry> entries, Case one) {
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            UUID first = history.firstOf(entry.developmentId()).orElseThrow();
            if (first.equals(entry.developmentId())) {
                accounts.put(first, Account.of(entry));
            } else {
                accounts.get(first).add(entry);
            }
        }
        List<Occurrence> occurred = accounts.values().stream()
                .flatMap(account -> account.occurrence().stream())
                .filter(occurrence -> !occurrence.start().isAfter(one.other()))
                .toList();
        List<Occurrence> ordered = History.inWorldOrder(occurred).stream()
                .filter(occurrence -> !occurrence.start().isAfter(one.other()))
                .toList();
        Replay replay = Replay.of(history.type(), history.address(), ordered, occurrence -> false);
        assertThat(replay.isPossible()).isTrue();
        return Optional.ofNullable(replay.last())
                .map(state -> PlainHistory.of(history.address(), entries).listed(state, one.other()))
                .map(state -> SeenMatter.at(one.other(), state));
    }
}
