package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.acceptCeasefire;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.declareCeasefire;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireStatus.AGREED;
import static org.parley.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.history.Standing.CORRECTED;
import static org.parley.history.Standing.EFFECTIVE;
import static org.parley.history.Standing.RETRACTED;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.addSource;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.id;
import static org.parley.history.Telling.on;
import static org.parley.history.Telling.retract;

import org.junit.jupiter.api.Test;
import org.parley.agreement.AgreementCommand.BringIntoForce;
import org.parley.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.history.Refusal.NotApplicable;
import org.parley.history.Refusal.NotPossible;
import org.parley.matter.MatterState;
import org.parley.party.Actors;
import org.parley.time.Edtf;

class CorrectionTest {

    private static Story rejected() {
        return given(as("proposal", ceasefireProposed("2025-08-13")), as("rejection", rejectCeasefire("2025-08-15")));
    }

    @Test
    void replacesTheDate() {
        Story story = rejected()
                .when(as("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
                .thenState(REJECTED);

        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-08-16"));
        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.standing("correction")).isEqualTo(EFFECTIVE);
        assertThat(story.effective().get(1).developmentId()).isEqualTo(id("rejection"));
        assertThat(story.history().correctionOf(id("rejection"))).contains(id("correction"));
        assertThat(story.history().entries().get(1).development().occurred()).isEqualTo(Edtf.parse("2025-08-15"));
    }

    @Test
    void mayReplaceTheCommand() {
        rejected()
                .when(correct("rejection", acceptCeasefire("2025-08-15", "RUS", "UKR")))
                .thenState(AGREED);
    }

    @Test
    void lastCorrectionIsEffective() {
        Story story = rejected()
                .and(as("first", correct("rejection", acceptCeasefire("2025-08-15", "RUS"))))
                .when(as("second", correct("first", declareCeasefire("2025-08-17", "RUS"))))
                .thenState(IN_FORCE);

        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.standing("first")).isEqualTo(CORRECTED);
        assertThat(story.standing("second")).isEqualTo(EFFECTIVE);
        story.when(retract("second")).thenState(PROPOSED);
        assertThat(story.standing("first")).isEqualTo(EFFECTIVE);
    }

    @Test
    void retractionRestoresThePreviousContent() {
        MatterState before = rejected().state().orElseThrow();
        Story story = rejected()
                .and(as("correction", correct("rejection", acceptCeasefire("2025-08-15", "RUS"))))
                .when(retract("correction"))
                .thenState(REJECTED);

        assertThat(story.state()).contains(before);
        assertThat(story.standing("correction")).isEqualTo(RETRACTED);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }

    @Test
    void ofARetractedDevelopmentIsRefusedWithAdvice() {
        Story story = rejected().and(as("retraction", retract("rejection")));
        NotApplicable refusal =
                story.when(correct("rejection", rejectCeasefire("2025-08-16"))).thenRefused(NotApplicable.class);

        assertThat(refusal.standing()).isEqualTo(RETRACTED);
        assertThat(refusal.text())
                .contains("retract its retraction", id("retraction").toString());
    }

    @Test
    void ofARetractedCorrectionIsRefused() {
        rejected()
                .and(as("correction", correct("rejection", rejectCeasefire("2025-08-16"))), retract("correction"))
                .when(correct("correction", rejectCeasefire("2025-08-17")))
                .thenRefused(NotApplicable.class);
    }

    @Test
    void ofAnEditorialEventIsRefusedNamingTheDevelopment() {
        NotApplicable refusal = rejected()
                .and(as("source", addSource("rejection", "AP")))
                .when(correct("source", rejectCeasefire("2025-08-17")))
                .thenRefused(NotApplicable.class);

        assertThat(refusal.text())
                .contains("can only be retracted", id("rejection").toString());
    }

    @Test
    void isCheckedInValidTimeOrder() {
        NotPossible refusal = rejected()
                .when(correct("rejection", rejectCeasefire("2025-08-12")))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("proposal"));
        assertThat(refusal.text()).contains("on 12 August 2025", "on 13 August 2025");
    }

    @Test
    void movingABeginningBehindItsDependentsIsRefused() {
        NotPossible refusal = rejected()
                .when(correct("proposal", ceasefireProposed("2025-08-16")))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("rejection"));
        assertThat(refusal.conflictOccurred()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(refusal.text())
                .contains(
                        "on 16 August 2025",
                        "on 15 August 2025",
                        id("rejection").toString());
        assertThat(refusal.state()).isEqualTo("-");
    }

    @Test
    void removingABeginningIsRefused() {
        NotPossible refusal = rejected()
                .when(correct("proposal", rejectCeasefire("2025-08-13")))
                .thenRefused(NotPossible.class);

        assertThat(refusal.allowed()).containsExactly("ProposeCeasefire", "DeclareCeasefire");
    }

    @Test
    void withAnImpreciseDateOffersThePossiblePart() {
        Story story = rejected();
        NotPossible refusal =
                story.when(correct("rejection", rejectCeasefire("2025-08"))).thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isEqualTo(Edtf.parse("2025-08-13/2025-08-31"));
        story.when(correct("rejection", rejectCeasefire("2025-08-13/2025-08-31")))
                .thenState(REJECTED);
    }

    @Test
    void inTheMiddleOfALongHistoryIsChecked() {
        Actors two = Actors.of("UKR", "GBR");
        given(
                        as("signed", on("2024-01-12", new SignBilateralAgreement(two, null, null, null))),
                        as("force", on("2024-02-12", new BringIntoForce(null))))
                .when(correct("force", on("2024-01-11", new BringIntoForce(null))))
                .thenRefused(NotPossible.class);
    }

    @Test
    void keepsTheSourcesUnlessItHasItsOwn() {
        Story story = rejected().and(addSource("rejection", "AP"));
        story.and(correct("rejection", rejectCeasefire("2025-08-16")));
        assertThat(publishers(story)).isEqualTo("[Reuters, AP]");

        story.and(Telling.correctWithSources("rejection", rejectCeasefire("2025-08-17")));
        assertThat(publishers(story)).isEqualTo("[Reuters]");
    }

    private static String publishers(Story story) {
        var evidence = story.effective().get(1).development().evidence();
        assertThat(evidence).isNotNull();
        return evidence.sources().stream()
                .map(source -> source.publisher())
                .toList()
                .toString();
    }
}
