package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.editorial.DisputeOutcome.DISMISSED;
import static org.parley.editorial.DisputeOutcome.UPHELD;
import static org.parley.history.Standing.CORRECTED;
import static org.parley.history.Standing.DISPUTED;
import static org.parley.history.Standing.EFFECTIVE;
import static org.parley.history.Standing.RETRACTED;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.dispute;
import static org.parley.history.Telling.hold;
import static org.parley.history.Telling.resolve;
import static org.parley.history.Telling.retract;

import org.junit.jupiter.api.Test;
import org.parley.editorial.DisputeOutcome;
import org.parley.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.editorial.EditorialEvent.DisputeResolved;
import org.parley.history.Refusal.NotApplicable;

class DisputeTest {

    private static Story disputed() {
        return given(
                ceasefireProposed("2025-08-13"),
                as("rejection", rejectCeasefire("2025-08-15")),
                as("dispute", dispute("rejection")));
    }

    @Test
    void marksTheStateButStaysEffective() {
        Story story = disputed().thenState(REJECTED);

        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        assertThat(story.asOf("2025-08-14").orElseThrow().disputed()).isFalse();
    }

    @Test
    void endsWithItsDismissal() {
        Story story = disputed().when(resolve("rejection", DISMISSED)).thenState(REJECTED);

        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void upheldLastsUntilTheCorrection() {
        Story story = disputed().when(resolve("rejection", UPHELD)).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        assertThat(story.state().orElseThrow().disputed()).isTrue();

        story.when(as("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
                .thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.state().orElseThrow().disputed()).isFalse();

        story.and(retract("correction"));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
    }

    @Test
    void upheldLastsUntilTheRetraction() {
        Story story = disputed().and(resolve("rejection", UPHELD), retract("rejection"));

        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void canBeRaisedAgainAfterDismissal() {
        Story story = disputed()
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
        given(as("proposal", ceasefireProposed("2025-08-13")))
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
        Story story = disputed()
                .and(as("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
                .when(dispute("correction"))
                .thenState(REJECTED);

        assertThat(story.standing("correction")).isEqualTo(EFFECTIVE);
        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.history().isDisputed(Telling.id("rejection"))).isTrue();
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        story.and(correct("correction", rejectCeasefire("2025-08-17")));
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void ofACorrectionIsOfTheDevelopmentCorrected() {
        Story story = disputed().and(as("correction", correct("rejection", rejectCeasefire("2025-08-16"))));
        story.when(as("other", dispute("correction")))
                .then(new DevelopmentDisputed(Telling.id("rejection"), null, "the Kremlin denies it"));

        assertThat(story.history().openDisputes(Telling.id("rejection"))).containsExactly(Telling.id("other"));
        story.when(resolve("correction", DISMISSED))
                .then(new DisputeResolved(Telling.id("rejection"), DISMISSED, "two more sources", Telling.id("other")));
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    /** Earlier versions recorded it on the correction. */
    @Test
    void onceRaisedAgainstACorrectionIsResolvedForTheDevelopment() {
        Story story = disputed()
                .and(as("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
                .formerly(
                        as("other", dispute("correction")),
                        new DevelopmentDisputed(Telling.id("correction"), null, "the Kremlin denies it"));
        assertThat(story.history().isDisputed(Telling.id("rejection"))).isTrue();

        story.and(resolve("correction", DISMISSED));
        assertThat(story.history().isDisputed(Telling.id("rejection"))).isFalse();
    }

    @Test
    void ofACorrectionEndsWithTheNextCorrection() {
        Story story = given(
                ceasefireProposed("2025-08-13"),
                as("rejection", rejectCeasefire("2025-08-15")),
                as("correction", correct("rejection", rejectCeasefire("2025-08-16"))),
                dispute("rejection"));
        assertThat(story.state().orElseThrow().disputed()).isTrue();

        story.and(correct("correction", rejectCeasefire("2025-08-17")));
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }

    @Test
    void dismissalLeavesOtherDisputesOpen() {
        Story story = disputed().and(as("other", dispute("rejection")));

        story.when(resolve("rejection", UPHELD, "dispute")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        story.when(resolve("rejection", DISMISSED, "other")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
        assertThat(story.state().orElseThrow().disputed()).isTrue();
    }

    @Test
    void upheldOutlastsTheDismissalOfALaterDispute() {
        Story story = disputed()
                .and(
                        as("upheld", resolve("rejection", UPHELD)),
                        as("other", dispute("rejection")),
                        resolve("rejection", DISMISSED));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);

        story.and(retract("upheld"), resolve("rejection", DISMISSED, "dispute"));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }

    @Test
    void mustBeNamedIfSeveralAreOpen() {
        Story story = disputed().and(as("other", dispute("rejection")));

        NotApplicable refusal = story.when(resolve("rejection", UPHELD)).thenRefused(NotApplicable.class);
        assertThat(refusal.text())
                .contains(
                        "Several disputes",
                        Telling.id("dispute").toString(),
                        Telling.id("other").toString(),
                        "the Kremlin denies it");
    }

    @Test
    void isRecordedByIdEvenIfNotNamed() {
        disputed()
                .when(resolve("rejection", UPHELD))
                .then(new DisputeResolved(Telling.id("rejection"), UPHELD, "two more sources", Telling.id("dispute")));
    }

    @Test
    void cannotBeResolvedTwice() {
        NotApplicable refusal = disputed()
                .and(as("resolution", resolve("rejection", UPHELD)))
                .when(resolve("rejection", DISMISSED, "dispute"))
                .thenRefused(NotApplicable.class);

        assertThat(refusal.text())
                .contains("resolved already", Telling.id("resolution").toString());
    }

    @Test
    void unknownIsRefusedNamingTheOpenOnes() {
        NotApplicable refusal =
                disputed().when(resolve("rejection", UPHELD, "rejection")).thenRefused(NotApplicable.class);

        assertThat(refusal.text()).contains("open is " + Telling.id("dispute"));
    }

    @Test
    void aResolutionWithoutDisputeIdDecidesAllOpenDisputes() {
        Story story = disputed()
                .formerly(as("first", resolve("rejection", UPHELD)), formerlyResolved(UPHELD))
                .and(as("other", dispute("rejection")))
                .formerly(as("second", resolve("rejection", DISMISSED)), formerlyResolved(DISMISSED));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);

        story.and(retract("first"), resolve("rejection", DISMISSED, "dispute"));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }

    private static DisputeResolved formerlyResolved(DisputeOutcome outcome) {
        return new DisputeResolved(Telling.id("rejection"), outcome, "two more sources", null);
    }

    @Test
    void andEmbargoAreShownInAdditionToACorrection() {
        Story story = disputed()
                .and(
                        correct("rejection", rejectCeasefire("2025-08-16")),
                        as("again", dispute("rejection")),
                        hold("rejection", null));

        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.history().isDisputed(Telling.id("rejection"))).isTrue();
        assertThat(story.history().embargo(Telling.id("rejection"))).isPresent();
        story.and(resolve("rejection", DISMISSED));
        assertThat(story.history().isDisputed(Telling.id("rejection"))).isFalse();
    }

    @Test
    void retractionRemovesItsResolution() {
        Story story = disputed()
                .and(resolve("rejection", UPHELD))
                .when(retract("dispute"))
                .thenState(REJECTED);

        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.state().orElseThrow().disputed()).isFalse();
    }
}
