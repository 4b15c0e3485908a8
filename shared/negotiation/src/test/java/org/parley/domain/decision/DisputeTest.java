package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.domain.editorial.DisputeOutcome.DISMISSED;
import static org.parley.domain.editorial.DisputeOutcome.UPHELD;
import static org.parley.domain.history.Standing.CORRECTED;
import static org.parley.domain.history.Standing.DISPUTED;
import static org.parley.domain.history.Standing.EFFECTIVE;
import static org.parley.domain.history.Standing.RETRACTED;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dispute;
import static org.parley.domain.scenario.CommandFixtures.hold;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.resolve;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.editorial.DisputeOutcome;
import org.parley.domain.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;

class DisputeTest {

    private static Scenario disputed() {
        return given(
                ceasefireProposed("2025-08-13"),
                named("rejection", rejectCeasefire("2025-08-15")),
                named("dispute", dispute("rejection")));
    }

    @Test
    void marksTheStateButStaysEffective() {
        Scenario story = disputed().thenState(REJECTED);

        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        assertThat(story.asOf("2025-08-14").orElseThrow().disputed()).isFalse();
    }

    @Test
    void endsWithItsDismissal() {
        Scenario story = disputed().when(resolve("rejection", DISMISSED)).thenState(REJECTED);

        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void upheldLastsUntilTheCorrection() {
        Scenario story = disputed().when(resolve("rejection", UPHELD)).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        assertThat(story.state().orElseThrow().disputed()).isTrue();

        story.when(named("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
                .thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.state().orElseThrow().disputed()).isFalse();

        story.and(retract("correction"));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
    }

    @Test
    void upheldLastsUntilTheRetraction() {
        Scenario story = disputed().and(resolve("rejection", UPHELD), retract("rejection"));

        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void canBeRaisedAgainAfterDismissal() {
        Scenario story = disputed()
                .and(resolve("rejection", DISMISSED))
                .when(dispute("rejection"))
                .story();

        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
    }

    @Test
    void cannotBeResolvedUnlessOpen() {
        disputed()
                .and(resolve("rejection", DISMISSED))
                .when(resolve("rejection", UPHELD))
                .thenRefused(NotApplicable.class);
        given(named("proposal", ceasefireProposed("2025-08-13")))
                .when(resolve("proposal", UPHELD))
                .thenRefused(NotApplicable.class);
    }

    /** A dispute ends with the correction, because it does not concern the corrected report. */
    @Test
    void cannotBeResolvedAfterACorrection() {
        disputed()
                .and(correct("rejection", rejectCeasefire("2025-08-16")))
                .when(resolve("rejection", UPHELD))
                .thenRefused(NotApplicable.class);
    }

    @Test
    void ofACorrectionMarksTheState() {
        Scenario story = disputed()
                .and(named("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
                .when(dispute("correction"))
                .thenState(REJECTED);

        assertThat(story.standing("correction")).isEqualTo(EFFECTIVE);
        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.history().isDisputed(CommandFixtures.id("rejection"))).isTrue();
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        story.and(correct("correction", rejectCeasefire("2025-08-17")));
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void ofACorrectionIsOfTheDevelopmentCorrected() {
        Scenario story = disputed().and(named("correction", correct("rejection", rejectCeasefire("2025-08-16"))));
        story.when(named("other", dispute("correction")))
                .then(new DevelopmentDisputed(CommandFixtures.id("rejection"), null, "the Kremlin denies it"));

        assertThat(story.history().openDisputes(CommandFixtures.id("rejection")))
                .containsExactly(CommandFixtures.id("other"));
        story.when(resolve("correction", DISMISSED))
                .then(new DisputeResolved(
                        CommandFixtures.id("rejection"), DISMISSED, "two more sources", CommandFixtures.id("other")));
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    /** Earlier versions recorded it on the correction. */
    @Test
    void onceRaisedAgainstACorrectionIsResolvedForTheDevelopment() {
        Scenario story = disputed()
                .and(named("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
                .givenUnderEarlierRules(
                        named("other", dispute("correction")),
                        new DevelopmentDisputed(CommandFixtures.id("correction"), null, "the Kremlin denies it"));
        assertThat(story.history().isDisputed(CommandFixtures.id("rejection"))).isTrue();

        story.and(resolve("correction", DISMISSED));
        assertThat(story.history().isDisputed(CommandFixtures.id("rejection"))).isFalse();
    }

    @Test
    void ofACorrectionEndsWithTheNextCorrection() {
        Scenario story = given(
                ceasefireProposed("2025-08-13"),
                named("rejection", rejectCeasefire("2025-08-15")),
                named("correction", correct("rejection", rejectCeasefire("2025-08-16"))),
                dispute("rejection"));
        assertThat(story.state().orElseThrow().disputed()).isTrue();

        story.and(correct("correction", rejectCeasefire("2025-08-17")));
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void dismissalLeavesOtherDisputesOpen() {
        Scenario story = disputed().and(named("other", dispute("rejection")));

        story.when(resolve("rejection", UPHELD, "dispute")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        story.when(resolve("rejection", DISMISSED, "other")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        assertThat(story.state().orElseThrow().disputed()).isTrue();
    }

    @Test
    void upheldOutlastsTheDismissalOfALaterDispute() {
        Scenario story = disputed()
                .and(
                        named("upheld", resolve("rejection", UPHELD)),
                        named("other", dispute("rejection")),
                        resolve("rejection", DISMISSED));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);

        story.and(retract("upheld"), resolve("rejection", DISMISSED, "dispute"));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }

    @Test
    void mustBeNamedIfSeveralAreOpen() {
        Scenario story = disputed().and(named("other", dispute("rejection")));

        NotApplicable refusal = story.when(resolve("rejection", UPHELD)).thenRefused(NotApplicable.class);
        assertThat(refusal.text())
                .contains(
                        "Several disputes",
                        CommandFixtures.id("dispute").toString(),
                        CommandFixtures.id("other").toString(),
                        "the Kremlin denies it");
    }

    @Test
    void isRecordedByIdEvenIfNotNamed() {
        disputed()
                .when(resolve("rejection", UPHELD))
                .then(new DisputeResolved(
                        CommandFixtures.id("rejection"), UPHELD, "two more sources", CommandFixtures.id("dispute")));
    }

    @Test
    void cannotBeResolvedTwice() {
        NotApplicable refusal = disputed()
                .and(named("resolution", resolve("rejection", UPHELD)))
                .when(resolve("rejection", DISMISSED, "dispute"))
                .thenRefused(NotApplicable.class);

        assertThat(refusal.text())
                .contains("resolved already", CommandFixtures.id("resolution").toString());
    }

    @Test
    void unknownIsRefusedNamingTheOpenOnes() {
        NotApplicable refusal =
                disputed().when(resolve("rejection", UPHELD, "rejection")).thenRefused(NotApplicable.class);

        assertThat(refusal.text()).contains("open is " + CommandFixtures.id("dispute"));
    }

    @Test
    void aResolutionWithoutDisputeIdDecidesAllOpenDisputes() {
        Scenario story = disputed()
                .givenUnderEarlierRules(named("first", resolve("rejection", UPHELD)), formerlyResolved(UPHELD))
                .and(named("other", dispute("rejection")))
                .givenUnderEarlierRules(named("second", resolve("rejection", DISMISSED)), formerlyResolved(DISMISSED));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);

        story.and(retract("first"), resolve("rejection", DISMISSED, "dispute"));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }

    private static DisputeResolved formerlyResolved(DisputeOutcome outcome) {
        return new DisputeResolved(CommandFixtures.id("rejection"), outcome, "two more sources", null);
    }

    @Test
    void andEmbargoAreShownInAdditionToACorrection() {
        Scenario story = disputed()
                .and(
                        correct("rejection", rejectCeasefire("2025-08-16")),
                        named("again", dispute("rejection")),
                        hold("rejection", null));

        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.history().isDisputed(CommandFixtures.id("rejection"))).isTrue();
        assertThat(story.history().embargo(CommandFixtures.id("rejection"))).isPresent();
        story.and(resolve("rejection", DISMISSED));
        assertThat(story.history().isDisputed(CommandFixtures.id("rejection"))).isFalse();
    }

    @Test
    void retractionRemovesItsResolution() {
        Scenario story = disputed()
                .and(resolve("rejection", UPHELD))
                .when(retract("dispute"))
                .thenState(REJECTED);

        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }
}
