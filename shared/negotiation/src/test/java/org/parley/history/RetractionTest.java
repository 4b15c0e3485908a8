package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.acceptCeasefire;
import static org.parley.ceasefire.CeasefireNews.amendCeasefire;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.declareCeasefire;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireStatus.AGREED;
import static org.parley.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.history.Standing.EFFECTIVE;
import static org.parley.history.Standing.RETRACTED;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.dispute;
import static org.parley.history.Telling.id;
import static org.parley.history.Telling.retract;

import org.junit.jupiter.api.Test;
import org.parley.history.Refusal.NotApplicable;
import org.parley.history.Refusal.NotPossible;
import org.parley.time.Edtf;

class RetractionTest {

    private static Story rejected() {
        return given(as("proposal", ceasefireProposed("2025-08-13")), as("rejection", rejectCeasefire("2025-08-15")));
    }

    @Test
    void equalsTheHistoryWithoutIt() {
        Story without = given(as("proposal", ceasefireProposed("2025-08-13")));
        Story story = rejected().when(retract("rejection")).thenState(PROPOSED);

        assertThat(story.state()).isEqualTo(without.state());
        assertThat(story.effective()).isEqualTo(without.effective());
        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
        assertThat(story.history().version()).isEqualTo(3);
    }

    @Test
    void ofTheOnlyDevelopmentLeavesNothing() {
        Story story = given(as("proposal", ceasefireProposed("2025-08-13")))
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
        Story story = rejected()
                .and(as("retraction", retract("rejection")))
                .when(as("again", retract("retraction")))
                .thenState(REJECTED);

        assertThat(story.state()).isEqualTo(rejected().state());
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.standing("retraction")).isEqualTo(RETRACTED);
        story.when(retract("again")).thenState(PROPOSED);
    }

    @Test
    void cannotBeUndoneIfTheHistoryHasChanged() {
        NotPossible refusal = rejected()
                .and(as("retraction", retract("rejection")), as("amendment", amendCeasefire("2025-08-16")))
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
                        as("consent", acceptCeasefire("2025-08-15", "RUS")))
                .thenState(AGREED)
                .when(retract("consent"))
                .thenState(PROPOSED);
    }

    /** An editorial event may be retracted while its development is retracted. */
    @Test
    void ofAnEditorialEventOfARetractedDevelopmentIsPossible() {
        Story story = rejected()
                .and(
                        as("correction", correct("rejection", acceptCeasefire("2025-08-15", "RUS"))),
                        as("dispute", dispute("rejection")),
                        as("retraction", retract("rejection")));

        story.when(retract("correction")).thenState(PROPOSED);
        story.when(retract("dispute")).thenState(PROPOSED);
        story.when(retract("retraction")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }
}
