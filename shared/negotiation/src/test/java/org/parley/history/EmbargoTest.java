package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.history.Standing.EFFECTIVE;
import static org.parley.history.Standing.HELD;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.dispute;
import static org.parley.history.Telling.hold;
import static org.parley.history.Telling.release;
import static org.parley.history.Telling.retract;

import org.junit.jupiter.api.Test;
import org.parley.history.Refusal.NotApplicable;

class EmbargoTest {

    private static Story rejected() {
        return given(ceasefireProposed("2025-08-13"), as("rejection", rejectCeasefire("2025-08-15")));
    }

    @Test
    void marksTheStateUntilTheReleaseAndStillCounts() {
        Story story = rejected().when(hold("rejection", null)).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.state().orElseThrow().held()).isTrue();
        assertThat(story.asOf("2025-08-14").orElseThrow().held()).isFalse();

        story.when(release("rejection")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.state().orElseThrow().held()).isFalse();
    }

    @Test
    void endsByTheClock() {
        Story story = rejected().and(hold("rejection", "2025-09-02T06:00Z"));
        story.later("2025-09-02T05:59:59Z");
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.state().orElseThrow().held()).isTrue();
        assertThat(story.effective().get(1).held()).isTrue();

        story.later("2025-09-02T06:00:00Z");
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.state().orElseThrow().held()).isFalse();
        assertThat(story.effective().get(1).held()).isFalse();
        story.when(release("rejection")).thenRefused(NotApplicable.class);
        story.when(hold("rejection", null)).thenRecorded();
    }

    @Test
    void endsByTheClockWhateverIsRecordedMeanwhile() {
        Story story = rejected().and(hold("rejection", "2025-09-02T06:00Z"), ceasefireProposed("2025-08-20"));
        assertThat(story.state().orElseThrow().held()).isTrue();

        story.later("2025-09-03T06:00:00Z").and(rejectCeasefire("2025-08-21"));
        assertThat(story.state().orElseThrow().held()).isFalse();
    }

    @Test
    void cannotBeLaidTwiceNorReleasedWithoutOne() {
        rejected().and(hold("rejection", null)).when(hold("rejection", null)).thenRefused(NotApplicable.class);
        NotApplicable refusal = rejected().when(release("rejection")).thenRefused(NotApplicable.class);

        assertThat(refusal.standing()).isEqualTo(EFFECTIVE);
    }

    @Test
    void showsBeforeADispute() {
        Story story = rejected().and(dispute("rejection"), as("hold", hold("rejection", null)));

        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        story.and(retract("hold"));
        assertThat(story.standing("rejection")).isEqualTo(Standing.DISPUTED);
    }

    @Test
    void ofARetractedDevelopmentIsRefused() {
        rejected().and(retract("rejection")).when(hold("rejection", null)).thenRefused(NotApplicable.class);
    }
}
