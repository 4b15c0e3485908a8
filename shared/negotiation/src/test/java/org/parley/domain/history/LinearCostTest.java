package org.parley.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.allegeViolation;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.endCeasefire;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dispute;
import static org.parley.domain.scenario.CommandFixtures.grade;
import static org.parley.domain.scenario.CommandFixtures.hold;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.release;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireDetail;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.state.EntrySentence;

/**
 * An entry costs a bounded number of fold steps, or as many as there are later developments in valid time, independent
 * of the entries before it. The tests count steps, not time.
 */
class LinearCostTest {
    private static final int MANY = 10_000;

    /** The days of a refusal. A ratio proves its cost, so hundreds show the same as thousands. */
    private static final int DAYS = 750;

    private static final LocalDate FIRST_DAY = LocalDate.of(1995, 1, 1);

    private static Scenario truce() {
        return given(named("truce", declareCeasefire("1994", "RUS")));
    }

    /** A truce with one violation a day. */
    private static Scenario violated(int days) {
        Scenario story = truce();
        for (int day = 0; day < days; day++) {
            story.ledger().log(named("violation " + day, violation(day)));
        }
        return story;
    }

    private static CommandEnvelope violation(int day) {
        return allegeViolation(FIRST_DAY.plusDays(day).toString());
    }

    private static long steps(Scenario story) {
        return story.history().steps();
    }

    /** The number of steps that these commands take after a number of violations. */
    private static long steps(Scenario story, int count, IntFunction<CommandEnvelope> commands) {
        story.state();
        long before = steps(story);
        for (int i = 0; i < count; i++) {
            story.ledger().log(commands.apply(i));
            story.state();
        }
        return steps(story) - before;
    }

    @Test
    void aLastDevelopmentCostsOneStep() {
        assertThat(steps(violated(MANY))).isEqualTo(MANY + 1L);
    }

    @Test
    void aLateEntryCostsTheDevelopmentsAfterIt() {
        Scenario story = violated(MANY);

        assertThat(steps(story, 1, i -> violation(0))).isBetween(2L * MANY, 3L * MANY);
        assertThat(steps(story, 1, i -> violation(MANY - 10))).isLessThan(4 * EffectiveHistory.STATE_INTERVAL);
        CeasefireDetail detail = story.detail(CeasefireDetail.class);
        assertThat(detail.violationsCount()).isEqualTo(MANY + 2);
        assertThat(detail.violations()).hasSize(20);
        assertThat(detail.violations().getLast().developmentId()).isEqualTo(id("violation " + (MANY - 1)));
    }

    /** For a date that can be narrowed to hundreds of days, of which only the last is possible. */
    @Test
    void aRefusalCostsAFewFolds() {
        long one = refusal(DAYS);
        long two = refusal(2 * DAYS);

        assertThat(two).isLessThan(2 * one + one / 4);
        assertThat(one).isLessThan(10L * DAYS);
    }

    private static long refusal(int days) {
        Scenario story = truce();
        for (int day = 0; day < days; day++) {
            CommandEnvelope answer = acceptCeasefire(FIRST_DAY.plusDays(day).toString(), "UKR");
            story.ledger().log(named("answer " + day, answer));
        }
        story.state();
        long before = steps(story);
        LocalDate late = FIRST_DAY.plusDays(days / 2);

        NotPossible refusal = story.when(endCeasefire(late + "/2024")).thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("answer " + (days / 2 + 1)));
        assertThat(refusal.narrowed()).hasToString(FIRST_DAY.plusDays(days - 1) + "/2024-12-31");
        return steps(story) - before;
    }

    @Test
    void editorialEventsWithoutNewContentCostNothing() {
        Scenario story = violated(500);

        assertThat(steps(story, 2_000, i -> grade("violation 3", "B" + (1 + i % 6))))
                .isZero();
        assertThat(steps(story, 1, i -> dispute("violation 3"))).isZero();
        assertThat(steps(story, 1, i -> hold("violation 3", null))).isZero();
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        assertThat(story.state().orElseThrow().held()).isTrue();
        assertThat(story.asOf("1995-01-03").orElseThrow().disputed()).isFalse();
        assertThat(story.asOf("1995-01-04").orElseThrow().disputed()).isTrue();
    }

    @Test
    void aReleaseCostsNothing() {
        Scenario story = violated(500).and(hold("violation 3", "2025-12-31"));

        assertThat(steps(story, 100, i -> violation(500 + i))).isEqualTo(100);
        story.waitUntil("2026-01-01T00:00:00Z");
        assertThat(story.state().orElseThrow().held()).isTrue();
        assertThat(steps(story, 1, i -> release("violation 3"))).isZero();
        assertThat(story.state().orElseThrow().held()).isFalse();
        assertThat(steps(story, 100, i -> violation(600 + i))).isEqualTo(100);
    }

    @Test
    void retractingNearTheEndCostsLittle() {
        Scenario story = violated(MANY / 4);
        List<UUID> retractions = new ArrayList<>();

        long steps = steps(story, 400, i -> {
            CommandEnvelope commands = retract(i % 2 == 0 ? "violation " + (MANY / 4 - 5) : "retraction " + (i - 1));
            retractions.add(id("retraction " + i));
            return named("retraction " + i, commands);
        });

        assertThat(steps).isLessThan(400L * 4 * EffectiveHistory.STATE_INTERVAL);
        assertThat(story.history().entries()).hasSize(1 + MANY / 4 + 400);
    }

    @Test
    void chainsOfRetractionsDoNotOverflowTheStack() {
        Scenario story = truce();
        String target = "truce";
        for (int i = 0; i < MANY; i++) {
            story.ledger().log(named("retraction " + i, retract(target)));
            target = "retraction " + i;
        }

        assertThat(steps(story)).isLessThan(10L * MANY);
        assertThat(story.state()).isPresent();
        assertThat(story.standing("truce")).isEqualTo(Standing.EFFECTIVE);
        assertThat(story.standing(target)).isEqualTo(Standing.EFFECTIVE);
        assertThat(story.standing("retraction 0")).isEqualTo(Standing.RETRACTED);
        LedgerEntry last = story.history().entries().getLast();
        assertThat(EntrySentence.of(story.ledger().history(), last))
                .startsWith(
                        "The newsroom retracted the retraction of the retraction of the retraction of the retraction"
                                + " of the report with the id " + id("retraction " + (MANY - 6)))
                .hasSizeLessThan(1_000);
    }

    @Test
    void chainsOfCorrectionsDoNotOverflowTheStack() {
        Scenario story = truce();
        String target = "truce";
        for (int i = 0; i < MANY; i++) {
            story.ledger()
                    .log(named("correction " + i, correct(target, declareCeasefire("1994-0" + (1 + i % 9), "RUS"))));
            target = "correction " + i;
        }

        assertThat(steps(story)).isLessThan(10L * MANY);
        assertThat(story.standing("truce")).isEqualTo(Standing.CORRECTED);
        assertThat(story.history().correctionOf(id("truce"))).contains(id(target));
        assertThat(EntrySentence.of(
                        story.ledger().history(), story.history().entries().getLast()))
                .hasSizeLessThan(2_000);
    }

    @Test
    void aHistoryRecordedInReverseIsFoldedOnce() {
        Scenario story = violated(MANY / 4);
        List<LedgerEntry> entries = story.history().entries();
        List<LedgerEntry> reverse =
                new ArrayList<>(entries.subList(1, entries.size()).reversed());
        reverse.addFirst(entries.getFirst());

        RecordedHistory history = RecordedHistory.of(story.history().address(), reverse);

        assertThat(history.state().orElseThrow().status())
                .isEqualTo(story.state().orElseThrow().status());
        assertThat(history.steps()).isLessThan(MANY);
    }

    @Test
    void costIsLinear() {
        IntFunction<CommandEnvelope> anything = i -> switch (i % 5) {
            case 0 -> named("news " + i, violation(i));
            case 1 -> grade("news " + (i - 1), "C2");
            case 2 -> named("retraction " + i, retract("news " + (i - 2)));
            case 3 -> retract("retraction " + (i - 1));
            default -> correct("news " + (i - 4), violation(i - 4));
        };

        long one = steps(truce(), 1_000, anything);
        long two = steps(truce(), 2_000, anything);

        assertThat(two).isLessThan(2 * one + one / 4);
    }

    @Test
    void snapshotsCostTheDevelopmentsBetweenThem() {
        Scenario story = violated(MANY);
        story.state();
        long before = steps(story);

        List<MatterSnapshot> milestones =
                story.history().snapshots(story.effective().getFirst().start(), 16, 8);

        assertThat(milestones).hasSize(8);
        assertThat(steps(story) - before).isLessThan(8 * EffectiveHistory.STATE_INTERVAL);
        assertThat(IntStream.range(1, 8))
                .allSatisfy(i -> assertThat(milestones.get(i).start())
                        .isAfter(milestones.get(i - 1).start()));
    }

    @Test
    void snapshotsNearEachOtherAreFoldedOnce() {
        Scenario story = violated(MANY);
        story.state();
        long before = steps(story);
        Occurrence above = story.effective().get(MANY - 60);

        List<MatterSnapshot> snapshots = story.history().snapshots(above.start(), 4, 8);

        assertThat(snapshots).hasSize(8);
        assertThat(steps(story) - before).isLessThan(2 * EffectiveHistory.STATE_INTERVAL);
        assertThat(snapshots).allSatisfy(snapshot -> assertThat(story.history().state(snapshot.start()))
                .hasValue(snapshot.state()));
    }
}
