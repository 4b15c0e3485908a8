package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.history.Seeds.forEverySeed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.time.Edtf;

/** Continuing from any snapshot gives the same state as a fold from the start. */
class MilestoneLawsTest {
    private static final int GIVEN = 40;

    /** A snapshot and whether it is still valid. */
    private record StoredSnapshot(Milestone milestone, List<History.Effect> since) {}

    /** The snapshots of a matter at each version of its history: some along it, one at its end. */
    private static List<StoredSnapshot> snapshotsAtEachVersion(
            MatterAddress matter, List<Entry> entries, List<Reach> reaches, Random random) {
        List<StoredSnapshot> all = new ArrayList<>();
        History history = new History(matter);
        for (Entry entry : entries) {
            History.Effect effect = history.record(entry);
            reaches.add(effect.reach());
            all.forEach(stored -> stored.since().add(effect));
            List<Milestone> milestones = new ArrayList<>(history.milestones(Instant.MIN, 1 + random.nextInt(3), 4));
            if (matter.kind() != Kind.NEGOTIATION && history.state().isPresent()) {
                milestones.add(new Milestone(
                        entry.position(),
                        history.effective().getLast().start(),
                        history.state().orElseThrow()));
            }
            milestones.forEach(each -> all.add(new StoredSnapshot(each, new ArrayList<>())));
        }
        return all;
    }

    @Test
    void continuingFromASnapshotEqualsAFullFold() {
        int[] used = new int[1];
        forEverySeed(seed -> {
            RandomHistories newsroom = new RandomHistories(seed);
            InMemoryLedger ledger = newsroom.grown(GIVEN);
            Random random = newsroom.random();
            for (History history : ledger.history().matters()) {
                List<Reach> reaches = new ArrayList<>();
                List<StoredSnapshot> all =
                        snapshotsAtEachVersion(history.address(), history.entries(), reaches, random);
                for (int n = 0; n < 12; n++) {
                    Entry until =
                            history.entries().get(random.nextInt(history.entries().size()));
                    Instant knownAt = random.nextInt(3) == 0 ? ledger.now() : until.recordedAt();
                    Instant asOf = random.nextInt(3) == 0
                            ? ledger.now()
                            : Edtf.parse("2025-06-01").start().plusSeconds(random.nextInt(150 * 86_400));
                    List<Entry> known = history.entries().stream()
                            .filter(entry -> !entry.recordedAt().isAfter(knownAt))
                            .toList();
                    Optional<MatterState> expected =
                            History.of(history.address(), known).state(asOf);
                    assertThat(Milestone.NOTHING.state(history.address(), known, asOf))
                            .isEqualTo(expected);
                    for (StoredSnapshot stored : all) {
                        if (isApplicable(stored, known, asOf)) {
                            used[0]++;
                            List<Entry> rest = rest(stored.milestone(), known, reaches, asOf);
                            assertThat(stored.milestone().state(history.address(), rest, asOf))
                                    .as("from %s at %s, %s", stored.milestone(), asOf, knownAt)
                                    .isEqualTo(expected);
                        }
                    }
                }
            }
        });
        assertThat(used[0]).isPositive();
    }

    private static boolean isApplicable(StoredSnapshot stored, List<Entry> known, Instant asOf) {
        Milestone milestone = stored.milestone();
        long through = known.isEmpty() ? 0 : known.getLast().position();
        long more = known.stream()
                .filter(entry -> entry.position() > milestone.position())
                .count();
        return milestone.position() <= through
                && !milestone.start().isAfter(asOf)
                && stored.since().stream()
                        .limit(more)
                        .noneMatch(effect ->
                                effect.changesState() && effect.reach().disturbs(milestone.start()));
    }

    /** The snapshots that a store would find from the affected intervals of the entries alone. */
    private static List<Entry> rest(Milestone milestone, List<Entry> known, List<Reach> reaches, Instant asOf) {
        List<Long> firsts = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Reach reach = reaches.get(i);
            if (!reach.high().isBefore(milestone.start()) && !reach.low().isAfter(asOf)) {
                firsts.add(reach.firstPosition());
            }
        }
        List<Entry> rest = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            if (firsts.contains(reaches.get(i).firstPosition())) {
                rest.add(known.get(i));
            }
        }
        return rest;
    }

    @Test
    void aLastDevelopmentUpdatesTheLatestState() {
        forEverySeed(seed -> {
            InMemoryLedger ledger = new RandomHistories(seed).grown(GIVEN);
            for (History recorded : ledger.history().matters()) {
                History history = new History(recorded.address());
                for (Entry entry : recorded.entries()) {
                    Tip tip = new Tip(
                            recorded.address(),
                            history.state().orElse(null),
                            history.effective().isEmpty()
                                    ? Instant.MIN
                                    : history.effective().getLast().start());
                    if (tip.grows(history.record(entry).reach())) {
                        Tip next = tip.then(entry);
                        assertThat(Optional.ofNullable(next.state())).isEqualTo(history.state());
                        assertThat(next.last())
                                .isEqualTo(history.effective().getLast().start());
                    }
                }
            }
        });
    }
}
