package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.addSource;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.correctWithSources;
import static org.parley.history.Telling.grade;
import static org.parley.history.Telling.retract;
import static org.parley.history.Telling.undated;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.editorial.EditorialEvent.SourceAdded;
import org.parley.evidence.Evidence;
import org.parley.evidence.Grade;
import org.parley.evidence.Source;
import org.parley.history.Refusal.NotApplicable;
import org.parley.question.QuestionCommand.RaiseQuestion;
import org.parley.question.Theme;

class SourceTest {

    private static Story proposed() {
        return given(as("proposal", ceasefireProposed("2025-08-13")));
    }

    @Test
    void isAddedAndRetracted() {
        Story story = proposed().when(as("ap", addSource("proposal", "AP"))).thenRecorded();
        assertThat(evidence(story).sources()).extracting(Source::publisher).containsExactly("Reuters", "AP");

        story.and(retract("ap"));
        assertThat(evidence(story).sources()).extracting(Source::publisher).containsExactly("Reuters");
        assertThat(story.standing("proposal")).isEqualTo(Standing.EFFECTIVE);
    }

    @Test
    void isGraded() {
        Story story = proposed();
        assertThat(evidence(story).grade()).isEqualTo(new Grade("F6"));

        story.and(grade("proposal", "B2"), as("second", grade("proposal", "A1")));
        assertThat(evidence(story).grade()).isEqualTo(new Grade("A1"));
        story.and(retract("second"));
        assertThat(evidence(story).grade()).isEqualTo(new Grade("B2"));
    }

    @Test
    void mustExistBeforeItIsGraded() {
        Story story = given(as("question", undated(new RaiseQuestion("Who?", Theme.JUSTICE))));
        NotApplicable refusal = story.when(grade("question", "A1")).thenRefused(NotApplicable.class);
        assertThat(refusal.text()).contains("AddSource");

        story.and(addSource("question", "AP"), grade("question", "A1"));
        assertThat(evidence(story).grade()).isEqualTo(new Grade("A1"));
    }

    @Test
    void isLimitedToTwenty() {
        Story story = proposed();
        for (int i = 1; i < Evidence.SOURCES_MAX; i++) {
            story.and(addSource("proposal", "Agency " + i));
        }
        assertThat(evidence(story).sources()).hasSize(20);
        NotApplicable refusal = story.when(addSource("proposal", "AP")).thenRefused(NotApplicable.class);
        assertThat(refusal.text()).contains("20 sources");
    }

    @Test
    void cannotBeRestoredBeyondTwenty() {
        Story story = proposed().and(as("first", addSource("proposal", "Agency 1")));
        story.and(as("retraction", retract("first")));
        for (int i = 1; i < Evidence.SOURCES_MAX; i++) {
            story.and(addSource("proposal", "Agency " + i));
        }
        NotApplicable refusal = story.when(retract("retraction")).thenRefused(NotApplicable.class);
        assertThat(refusal.text()).contains("20 sources");
    }

    @Test
    void cannotBeRestoredBeyondTwentyByRetractingACorrection() {
        Story story = proposed().and(addSource("proposal", "Agency 1"));
        story.and(as("correction", correctWithSources("proposal", ceasefireProposed("2025-08-14"))));
        for (int i = 1; i < Evidence.SOURCES_MAX; i++) {
            story.and(addSource("proposal", "Agency " + i));
        }
        story.when(retract("correction")).thenRefused(NotApplicable.class);
        assertThat(evidence(story).sources()).hasSize(20);
    }

    @Test
    void ofACorrectionIsOfTheDevelopmentCorrected() {
        Story story = proposed().and(as("correction", correct("proposal", ceasefireProposed("2025-08-14"))));
        story.when(addSource("correction", "AP"))
                .then(new SourceAdded(Telling.id("proposal"), new Source("AP", "Another report")));
        story.when(grade("correction", "A1"))
                .then(new DevelopmentGraded(Telling.id("proposal"), new Grade("A1")));

        Account account = story.history().account(Telling.id("proposal")).orElseThrow();
        assertThat(account.sourcesAddedTo(Telling.id("proposal"), 10)).hasSize(1);
        assertThat(account.gradeGivenTo(Telling.id("proposal"))).contains(new Grade("A1"));
        assertThat(evidence(story).sources()).extracting(Source::publisher).containsExactly("Reuters", "AP");
    }

    @Test
    void onceAddedToACorrectionIsShownWithTheDevelopment() {
        Story story = proposed()
                .and(as("correction", correct("proposal", ceasefireProposed("2025-08-14"))))
                .formerly(
                        addSource("correction", "AP"),
                        new SourceAdded(Telling.id("correction"), new Source("AP", "Another report")));

        Account account = story.history().account(Telling.id("proposal")).orElseThrow();
        assertThat(account.sourcesAddedTo(Telling.id("proposal"), 10)).hasSize(1);
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

    private static Evidence evidence(Story story) {
        Evidence evidence = story.effective().get(0).development().evidence();
        assertThat(evidence).isNotNull();
        return evidence;
    }
}
