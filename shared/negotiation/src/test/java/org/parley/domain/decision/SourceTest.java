package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.scenario.CommandFixtures.addSource;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.correctWithSources;
import static org.parley.domain.scenario.CommandFixtures.grade;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.Scenario.given;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.Standing;
import org.parley.domain.question.QuestionCommand.RaiseQuestion;
import org.parley.domain.question.Theme;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;

class SourceTest {

    private static Scenario proposed() {
        return given(named("proposal", ceasefireProposed("2025-08-13")));
    }

    @Test
    void isAddedAndRetracted() {
        Scenario story =
                proposed().when(named("ap", addSource("proposal", "AP"))).thenRecorded();
        assertThat(evidence(story).sources()).extracting(Source::publisher).containsExactly("Reuters", "AP");

        story.and(retract("ap"));
        assertThat(evidence(story).sources()).extracting(Source::publisher).containsExactly("Reuters");
        assertThat(story.standing("proposal")).isEqualTo(Standing.EFFECTIVE);
    }

    @Test
    void isGraded() {
        Scenario story = proposed();
        assertThat(evidence(story).grade()).isEqualTo(new Grade("F6"));

        story.and(grade("proposal", "B2"), named("second", grade("proposal", "A1")));
        assertThat(evidence(story).grade()).isEqualTo(new Grade("A1"));
        story.and(retract("second"));
        assertThat(evidence(story).grade()).isEqualTo(new Grade("B2"));
    }

    @Test
    void mustExistBeforeItIsGraded() {
        Scenario story = given(named("question", undated(new RaiseQuestion("Who?", Theme.JUSTICE))));
        NotApplicable refusal = story.when(grade("question", "A1")).thenRefused(NotApplicable.class);
        assertThat(refusal.text()).contains("AddSource");

        story.and(addSource("question", "AP"), grade("question", "A1"));
        assertThat(evidence(story).grade()).isEqualTo(new Grade("A1"));
    }

    @Test
    void isLimitedToTwenty() {
        Scenario story = proposed();
        for (int i = 1; i < Evidence.SOURCES_MAX; i++) {
            story.and(addSource("proposal", "Agency " + i));
        }
        assertThat(evidence(story).sources()).hasSize(20);
        NotApplicable refusal = story.when(addSource("proposal", "AP")).thenRefused(NotApplicable.class);
        assertThat(refusal.text()).contains("20 sources");
    }

    @Test
    void cannotBeRestoredBeyondTwenty() {
        Scenario story = proposed().and(named("first", addSource("proposal", "Agency 1")));
        story.and(named("retraction", retract("first")));
        for (int i = 1; i < Evidence.SOURCES_MAX; i++) {
            story.and(addSource("proposal", "Agency " + i));
        }
        NotApplicable refusal = story.when(retract("retraction")).thenRefused(NotApplicable.class);
        assertThat(refusal.text()).contains("20 sources");
    }

    @Test
    void cannotBeRestoredBeyondTwentyByRetractingACorrection() {
        Scenario story = proposed().and(addSource("proposal", "Agency 1"));
        story.and(named("correction", correctWithSources("proposal", ceasefireProposed("2025-08-14"))));
        for (int i = 1; i < Evidence.SOURCES_MAX; i++) {
            story.and(addSource("proposal", "Agency " + i));
        }
        story.when(retract("correction")).thenRefused(NotApplicable.class);
        assertThat(evidence(story).sources()).hasSize(20);
    }

    @Test
    void ofACorrectionIsOfTheDevelopmentCorrected() {
        Scenario story = proposed().and(named("correction", correct("proposal", ceasefireProposed("2025-08-14"))));
        story.when(addSource("correction", "AP"))
                .then(new SourceAdded(CommandFixtures.id("proposal"), new Source("AP", "Another report")));
        story.when(grade("correction", "A1"))
                .then(new DevelopmentGraded(CommandFixtures.id("proposal"), new Grade("A1")));

        DevelopmentThread account =
                story.history().thread(CommandFixtures.id("proposal")).orElseThrow();
        assertThat(account.sourcesAddedTo(CommandFixtures.id("proposal"), 10)).hasSize(1);
        assertThat(account.gradeGivenTo(CommandFixtures.id("proposal"))).contains(new Grade("A1"));
        assertThat(evidence(story).sources()).extracting(Source::publisher).containsExactly("Reuters", "AP");
    }

    @Test
    void onceAddedToACorrectionIsShownWithTheDevelopment() {
        Scenario story = proposed()
                .and(named("correction", correct("proposal", ceasefireProposed("2025-08-14"))))
                .givenUnderEarlierRules(
                        addSource("correction", "AP"),
                        new SourceAdded(CommandFixtures.id("correction"), new Source("AP", "Another report")));

        DevelopmentThread account =
                story.history().thread(CommandFixtures.id("proposal")).orElseThrow();
        assertThat(account.sourcesAddedTo(CommandFixtures.id("proposal"), 10)).hasSize(1);
        assertThat(evidence(story).sources()).extracting(Source::publisher).containsExactly("Reuters", "AP");
    }

    @Test
    void countStaysBetweenOneAndTwenty() {
        Source source = new Source("Reuters", "A report");
        assertThatThrownBy(() -> new Evidence(List.of(), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Evidence(Collections.nCopies(21, source), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Evidence(Collections.nCopies(20, source), null).grade()).isEqualTo(Grade.CANNOT_BE_JUDGED);
        for (String grade : List.of("", "A", "G1", "A7", "a1", "A1 ", "A0", "A11")) {
            assertThatThrownBy(() -> new Grade(grade)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Evidence evidence(Scenario story) {
        Evidence evidence = story.effective().get(0).development().evidence();
        assertThat(evidence).isNotNull();
        return evidence;
    }
}
