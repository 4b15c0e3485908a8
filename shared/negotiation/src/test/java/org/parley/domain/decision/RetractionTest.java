package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.amendCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.ceasefire.CeasefireStatus.AGREED;
import static org.parley.domain.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.domain.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.domain.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.domain.history.Standing.EFFECTIVE;
import static org.parley.domain.history.Standing.RETRACTED;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dispute;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class RetractionTest {

    private static Scenario rejected() {
        return given(
                named("proposal", ceasefireProposed("2025-08-13")), named("rejection", rejectCeasefire("2025-08-15")));
    }

    @Test
    void equalsTheHistoryWithoutIt() {
        Scenario without = given(named("proposal", ceasefireProposed("2025-08-13")));
        Scenario story = rejected().when(retract("rejection")).thenState(PROPOSED);

        assertThat(story.state()).isEqualTo(without.state());
        assertThat(story.effective()).isEqualTo(without.effective());
        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
        assertThat(story.history().version()).isEqualTo(3);
    }

    @Test
    void ofTheOnlyDevelopmentLeavesNothing() {
        Scenario story = given(named("proposal", ceasefireProposed("2025-08-13")))
                .when(retract("proposal"))
                .story();

        assertThat(story.state()).isEmpty();
        NotPossible refusal = story.when(rejectCeasefire("2025-08-15")).thenRefused(NotPossible.class);
        assertThat(refusal.state()).isEqualTo("-");
        story.when(declareCeasefire("2025-08-12", "RUS")).thenState(IN_FORCE);
    }

    @Test
    void ofADevelopmentWithDependentsIsRefusedNamingThem() {
        NotPossible refusal = rejected().when(retract("proposal")).thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("rejection"));
        assertThat(refusal.conflictOccurred()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(refusal.text()).contains("depends on it", "13 August 2025", "15 August 2025");
    }

    @Test
    void ofARetractionRestoresTheDevelopment() {
        Scenario story = rejected()
                .and(named("retraction", retract("rejection")))
                .when(named("again", retract("retraction")))
                .thenState(REJECTED);

        assertThat(story.state()).isEqualTo(rejected().state());
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.standing("retraction")).isEqualTo(RETRACTED);
        story.when(retract("again")).thenState(PROPOSED);
    }

    @Test
    void cannotBeUndoneIfTheHistoryHasChanged() {
        NotPossible refusal = rejected()
                .and(named("retraction", retract("rejection")), named("amendment", amendCeasefire("2025-08-16")))
                .when(retract("retraction"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("amendment"));
    }

    @Test
    void isRefusedTwice() {
        NotApplicable refusal =
                rejected().and(retract("rejection")).when(retract("rejection")).thenRefused(NotApplicable.class);

        assertThat(refusal.standing()).isEqualTo(RETRACTED);
    }

    @Test
    void ofAConsentUndoesTheAgreement() {
        given(
                        ceasefireProposed("2025-08-13"),
                        acceptCeasefire("2025-08-14", "UKR"),
                        named("consent", acceptCeasefire("2025-08-15", "RUS")))
                .thenState(AGREED)
                .when(retract("consent"))
                .thenState(PROPOSED);
    }

    /** An editorial event may be retracted while its development is retracted. */
    @Test
    void ofAnEditorialEventOfARetractedDevelopmentIsPossible() {
        Scenario story = rejected()
                .and(
                        named("correction", correct("rejection", acceptCeasefire("2025-08-15", "RUS"))),
                        named("dispute", dispute("rejection")),
                        named("retraction", retract("rejection")));

        story.when(retract("correction")).thenState(PROPOSED);
        story.when(retract("dispute")).thenState(PROPOSED);
        story.when(retract("retraction")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }
}
