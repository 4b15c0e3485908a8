package org.parley.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.time.Edtf;

/** Continuing from any snapshot gives the same state as a fold from the start. */
class MatterSnapshotPropertyTest {
    private static final int GIVEN = 40;

    /** A snapshot and whether it is still valid. */
    private record StoredSnapshot(MatterSnapshot milestone, List<RecordedHistory.Effect> since) {}

    /** The snapshots of a matter at each version of its history: some along it, one at its end. */
    private static List<StoredSnapshot> snapshotsAtEachVersion(
            MatterAddress matter, List<LedgerEntry> entries, List<AffectedInterval> reaches, Random random) {
        List<StoredSnapshot> all = new ArrayList<>();
        RecordedHistory history = new RecordedHistory(matter);
        for (LedgerEntry entry : entries) {
            RecordedHistory.Effect effect = history.record(entry);
            reaches.add(effect.interval());
            all.forEach(stored -> stored.since().add(effect));
            List<MatterSnapshot> milestones = new ArrayList<>(history.snapshots(Instant.MIN, 1 + random.nextInt(3), 4));
            if (matter.kind() != MatterKind.NEGOTIATION && history.state().isPresent()) {
                milestones.add(new MatterSnapshot(
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
            InMemoryLedger ledger = newsroom.randomLedger(GIVEN);
            Random random = newsroom.random();
            for (RecordedHistory history : ledger.history().matters()) {
                List<AffectedInterval> reaches = new ArrayList<>();
                List<StoredSnapshot> all =
                        snapshotsAtEachVersion(history.address(), history.entries(), reaches, random);
                for (int n = 0; n < 12; n++) {
                    LedgerEntry until = history.entries()
                            .get(random.nextInt(history.entries().size()));
                    Instant knownAt = random.nextInt(3) == 0 ? ledger.now() : until.recordedAt();
                    Instant asOf = random.nextInt(3) == 0
                            ? ledger.now()
                            : Edtf.parse("2025-06-01").start().plusSeconds(random.nextInt(150 * 86_400));
                    List<LedgerEntry> known = history.entries().stream()
                            .filter(entry -> !entry.recordedAt().isAfter(knownAt))
                            .toList();
                    Optional<MatterState> expected =
                            RecordedHistory.of(history.address(), known).state(asOf);
                    assertThat(MatterSnapshot.EMPTY.state(history.address(), known, asOf))
                            .isEqualTo(expected);
                    for (StoredSnapshot stored : all) {
                        if (isApplicable(stored, known, asOf)) {
                            used[0]++;
                            List<LedgerEntry> rest = rest(stored.milestone(), known, reaches, asOf);
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

    private static boolean isApplicable(StoredSnapshot stored, List<LedgerEntry> known, Instant asOf) {
        MatterSnapshot milestone = stored.milestone();
        long through = known.isEmpty() ? 0 : known.getLast().position();
        long more = known.stream()
                .filter(entry -> entry.position() > milestone.position())
                .count();
        return milestone.position() <= through
                && !milestone.start().isAfter(asOf)
                && stored.since().stream()
                        .limit(more)
                        .noneMatch(effect ->
                                effect.changesState() && effect.interval().invalidates(milestone.start()));
    }

    /** The snapshots that a store would find from the affected intervals of the entries alone. */
    private static List<LedgerEntry> rest(
            MatterSnapshot milestone, List<LedgerEntry> known, List<AffectedInterval> reaches, Instant asOf) {
        List<Long> firsts = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            AffectedInterval reach = reaches.get(i);
            if (!reach.to().isBefore(milestone.start()) && !reach.from().isAfter(asOf)) {
                firsts.add(reach.firstPosition());
            }
        }
        List<LedgerEntry> rest = new ArrayList<>();
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
            InMemoryLedger ledger = new RandomHistories(seed).randomLedger(GIVEN);
            for (RecordedHistory recorded : ledger.history().matters()) {
                RecordedHistory history = new RecordedHistory(recorded.address());
                for (LedgerEntry entry : recorded.entries()) {
                    LatestMatterState tip = new LatestMatterState(
                            recorded.address(),
                            history.state().orElse(null),
                            history.effective().isEmpty()
                                    ? Instant.MIN
                                    : history.effective().getLast().start());
                    if (tip.isExtendedBy(history.record(entry).interval())) {
                        LatestMatterState next = tip.after(entry);
                        assertThat(Optional.ofNullable(next.state())).isEqualTo(history.state());
                        assertThat(next.last())
                                .isEqualTo(history.effective().getLast().start());
                    }
                }
            }
        });
    }
}
