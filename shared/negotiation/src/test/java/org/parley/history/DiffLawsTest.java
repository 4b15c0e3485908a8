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

/** The laws of the difference between two states, over whatever the newsroom logs. */
class DiffLawsTest {
    private static final int GIVEN = 30;

    /** A history and two moments of it. */
    private record Case(InMemoryLedger ledger, Random random, Instant from, Instant to, Instant other) {
        static Case of(long seed, boolean desk) {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.grown(GIVEN);
            Random random = newsroom.random();
            return desk
                    ? new Case(ledger, random, recorded(ledger, random), recorded(ledger, random), world(random))
                    : new Case(ledger, random, world(random), world(random), recorded(ledger, random));
        }

        private static Instant recorded(InMemoryLedger ledger, Random random) {
            List<Entry> trail = ledger.trail();
            return trail.get(random.nextInt(trail.size())).recordedAt();
        }

        private static Instant world(Random random) {
            return Edtf.parse("2025-06-01").start().plusSeconds(random.nextInt(150 * 86_400));
        }

        Case turned() {
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

        Diff onDeskAxis() {
            NegotiationHistory later = known(from.isAfter(to) ? from : to);
            return Diff.between(
                    seen(other, from),
                    seen(other, to),
                    matter -> Causes.onDeskAxis(later.matter(matter).orElseThrow(), from, to, other));
        }

        Diff onWorldAxis() {
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
    void theDifferenceAppliedToTheOneStateGivesTheOther() {
        forEverySeed(seed -> {
            Case desk = Case.of(seed, true);
            List<SeenMatter> before = desk.seen(desk.other(), desk.from());
            List<SeenMatter> after = desk.onDeskAxis().appliedTo(before);
            NegotiationHistory known = desk.known(desk.to());
            assertThat(state(after, desk.other(), desk.to(), known.through()))
                    .isEqualTo(known.state(desk.other(), desk.to()));

            Case world = Case.of(seed, false);
            List<SeenMatter> then = world.onWorldAxis().appliedTo(world.seen(world.from(), world.other()));
            assertThat(then).isEqualTo(world.seen(world.to(), world.other()));
            NegotiationHistory fixed = world.known(world.other());
            assertThat(state(then, world.to(), world.other(), fixed.through()))
                    .isEqualTo(fixed.state(world.to(), world.other()));
        });
    }

    @Test
    void aStateDoesNotDifferFromItself() {
        forEverySeed(seed -> {
            Case one = Case.of(seed, true);
            List<SeenMatter> seen = one.seen(one.other(), one.from());
            assertThat(Diff.between(seen, seen, matter -> List.of()).changes()).isEmpty();
        });
    }

    @Test
    void everyChangeHasACauseWithinItsMatter() {
        forEverySeed(seed -> {
            for (boolean desk : List.of(true, false)) {
                Case one = Case.of(seed, desk);
                Diff diff = desk ? one.onDeskAxis() : one.onWorldAxis();
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
    void theCausesAreEnough() {
        forEverySeed(seed -> {
            Case any = Case.of(seed, true);
            Case one = any.from().isAfter(any.to()) ? any.turned() : any;
            for (Change change : one.onDeskAxis().changes()) {
                History whole = one.ledger().historyOf(change.matter());
                Set<UUID> because = new HashSet<>(change.because());
                List<Entry> enough = new ArrayList<>();
                for (Entry entry : whole.entries()) {
                    if (!entry.recordedAt().isAfter(one.from()) || because.contains(entry.developmentId())) {
                        enough.add(entry);
                    }
                }
                assertThat(seen(whole, enough, one)).isEqualTo(Optional.ofNullable(change.after()));
            }
        });
    }

    @Test
    void theWayBackHasTheSameCauses() {
        forEverySeed(seed -> {
            for (boolean desk : List.of(true, false)) {
                Case one = Case.of(seed, desk);
                Case back = one.turned();
                assertThat(causes(desk ? back.onDeskAxis() : back.onWorldAxis()))
                        .isEqualTo(causes(desk ? one.onDeskAxis() : one.onWorldAxis()));
            }
        });
    }

    private static List<List<UUID>> causes(Diff diff) {
        return diff.changes().stream().map(Change::because).toList();
    }

    /**
     * What had occurred, by what these entries say, folded. What had not occurred is no part of it: a cause is only named
     * where it counts, so of a later development its retraction may be missing.
     */
    private static Optional<SeenMatter> seen(History whole, List<Entry> entries, Case one) {
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            UUID first = whole.firstOf(entry.developmentId()).orElseThrow();
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
        Replay replay = Replay.of(whole.type(), whole.address(), ordered, occurrence -> false);
        assertThat(replay.isPossible()).isTrue();
        return Optional.ofNullable(replay.last())
                .map(state -> PlainHistory.of(whole.address(), entries).listed(state, one.other()))
                .map(state -> SeenMatter.at(one.other(), state));
    }
}
