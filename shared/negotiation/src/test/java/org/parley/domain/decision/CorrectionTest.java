package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.ceasefire.CeasefireStatus.AGREED;
import static org.parley.domain.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.domain.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.domain.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.domain.history.Standing.CORRECTED;
import static org.parley.domain.history.Standing.EFFECTIVE;
import static org.parley.domain.history.Standing.RETRACTED;
import static org.parley.domain.scenario.CommandFixtures.addSource;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.agreement.AgreementCommand.BringIntoForce;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.Actors;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class CorrectionTest {

    private static Scenario rejected() {
        return given(
                named("proposal", ceasefireProposed("2025-08-13")), named("rejection", rejectCeasefire("2025-08-15")));
    }

    @Test
    void replacesTheDate() {
        Scenario story = rejected()
                .when(named("correction", correct("rejection", rejectCeasefire("2025-08-16"))))
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
        Scenario story = rejected()
                .and(named("first", correct("rejection", acceptCeasefire("2025-08-15", "RUS"))))
                .when(named("second", correct("first", declareCeasefire("2025-08-17", "RUS"))))
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
        Scenario story = rejected()
                .and(named("correction", correct("rejection", acceptCeasefire("2025-08-15", "RUS"))))
                .when(retract("correction"))
                .thenState(REJECTED);

        assertThat(story.state()).contains(before);
        assertThat(story.standing("correction")).isEqualTo(RETRACTED);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }

    @Test
    void ofARetractedDevelopmentIsRefusedWithAdvice() {
        Scenario story = rejected().and(named("retraction", retract("rejection")));
        NotApplicable refusal =
                story.when(correct("rejection", rejectCeasefire("2025-08-16"))).thenRefused(NotApplicable.class);

        assertThat(refusal.standing()).isEqualTo(RETRACTED);
        assertThat(refusal.text())
                .contains("retract its retraction", id("retraction").toString());
    }

    @Test
    void ofARetractedCorrectionIsRefused() {
        rejected()
                .and(named("correction", correct("rejection", rejectCeasefire("2025-08-16"))), retract("correction"))
                .when(correct("correction", rejectCeasefire("2025-08-17")))
                .thenRefused(NotApplicable.class);
    }

    @Test
    void ofAnEditorialEventIsRefusedNamingTheDevelopment() {
        NotApplicable refusal = rejected()
                .and(named("source", addSource("rejection", "AP")))
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

        assertThat(refusal.allowed()).containsExactly("AnnounceCeasefire", "ProposeCeasefire", "DeclareCeasefire");
    }

    @Test
    void withAnImpreciseDateOffersThePossiblePart() {
        Scenario story = rejected();
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
                        named(
                                "signed",
                                on(
                                        "2024-01-12",
                                        new SignBilateralAgreement(two, null, null, null, null, null, null, null))),
                        named("force", on("2024-02-12", new BringIntoForce(null, null))))
                .when(correct("force", on("2024-01-11", new BringIntoForce(null, null))))
                .thenRefused(NotPossible.class);
    }

    @Test
    void keepsTheSourcesUnlessItHasItsOwn() {
        Scenario story = rejected().and(addSource("rejection", "AP"));
        story.and(correct("rejection", rejectCeasefire("2025-08-16")));
        assertThat(publishers(story)).isEqualTo("[Reuters, AP]");

        story.and(CommandFixtures.correctWithSources("rejection", rejectCeasefire("2025-08-17")));
        assertThat(publishers(story)).isEqualTo("[Reuters]");
    }

    private static String publishers(Scenario story) {
        var evidence = story.effective().get(1).development().evidence();
        assertThat(evidence).isNotNull();
        return evidence.sources().stream()
                .map(source -> source.publisher())
                .toList()
                .toString();
    }
}
