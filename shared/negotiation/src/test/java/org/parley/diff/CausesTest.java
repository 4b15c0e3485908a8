package org.parley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.addSource;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.grade;
import static org.parley.history.Telling.hold;
import static org.parley.history.Telling.id;
import static org.parley.history.Telling.release;
import static org.parley.history.Telling.retract;
import static org.parley.history.Telling.underEmbargo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.history.Story;
import org.parley.time.Edtf;

class CausesTest {
    private static final Instant BEFORE = Instant.parse("2025-09-01T18:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-09-03T18:00:00Z");

    /** Recorded before both instants; the rest is recorded between them. */
    private static Story rejected() {
        return given(as("proposal", ceasefireProposed("2025-08-13")), as("rejection", rejectCeasefire("2025-08-15")));
    }

    private static Story meanwhile(Story known) {
        return known.later("2025-09-02T12:00:00Z");
    }

    private static List<UUID> because(Story story) {
        return Causes.onDeskAxis(story.history(), BEFORE, AFTER, AFTER);
    }

    private static List<UUID> ids(String... names) {
        return Stream.of(names).map(name -> id(name)).toList();
    }

    @Test
    void aCorrectionIsACauseAndASourceIsNot() {
        Story story = meanwhile(rejected())
                .and(
                        as("source", addSource("rejection", "TASS")),
                        as("correction", correct("rejection", rejectCeasefire("2025-08-16"))),
                        as("grade", grade("rejection", "A1")));
        assertThat(because(story)).isEqualTo(ids("correction"));
    }

    @Test
    void aSourceAloneIsNoCause() {
        assertThat(because(meanwhile(rejected()).and(addSource("rejection", "TASS"))))
                .isEmpty();
    }

    @Test
    void aRetractedDevelopmentIsNoCause() {
        Story story = meanwhile(rejected()).and(as("retraction", retract("rejection")), retract("retraction"));
        assertThat(because(story)).isEmpty();
    }

    @Test
    void aReleaseIsACauseWithoutItsHold() {
        Story story = meanwhile(rejected().and(as("embargo", hold("rejection", null))))
                .and(as("release", release("rejection")));
        assertThat(because(story)).isEqualTo(ids("release"));
    }

    @Test
    void anotherEndOfAnEmbargoIsNoCause() {
        Story story = meanwhile(rejected().and(as("embargo", hold("rejection", "2025-09-05T06:00Z"))))
                .and(as("renewed", hold("rejection", null)));
        assertThat(because(story)).isEmpty();
    }

    @Test
    void anEmbargoWithinTheIntervalIsNoCause() {
        Story story = meanwhile(rejected()).and(hold("rejection", null), release("rejection"));
        assertThat(because(story)).isEmpty();
    }

    @Test
    void aDevelopmentUnderEmbargoAndItsReleaseAreCauses() {
        Story story = meanwhile(given(as("proposal", ceasefireProposed("2025-08-13"))))
                .and(
                        as("rejection", underEmbargo(null, rejectCeasefire("2025-08-15"))),
                        as("release", release("rejection")));
        assertThat(because(story)).isEqualTo(ids("rejection", "release"));
    }

    @Test
    void aCorrectionThatMakesADevelopmentCertainIsACause() {
        Story story = meanwhile(given(as("proposal", ceasefireProposed("2025-08-13/2025-12-31"))))
                .and(as("correction", correct("proposal", ceasefireProposed("2025-08-13/2025-12-30"))));
        assertThat(Causes.onDeskAxis(story.history(), BEFORE, AFTER, Instant.parse("2025-09-02T00:00:00Z")))
                .isEqualTo(ids("correction"));
    }

    @Test
    void aNewDevelopmentAndItsCorrectionAreCauses() {
        Story story = meanwhile(given(as("proposal", ceasefireProposed("2025-08-13"))))
                .and(
                        as("rejection", rejectCeasefire("2025-08-15")),
                        addSource("rejection", "TASS"),
                        as("correction", correct("rejection", rejectCeasefire("2025-08-16"))));
        assertThat(because(story)).isEqualTo(ids("rejection", "correction"));
    }

    @Test
    void aCorrectionThatMovesADevelopmentIntoTheIntervalIsACauseWithIt() {
        Story story = meanwhile(given(as("proposal", ceasefireProposed("2025-08-13"))))
                .and(
                        as("rejection", rejectCeasefire("2025-08-20")),
                        as("correction", correct("rejection", rejectCeasefire("2025-08-15"))));
        Instant asOf = Edtf.parse("2025-08-16").end();
        assertThat(Causes.onDeskAxis(story.history(), BEFORE, AFTER, asOf)).isEqualTo(ids("rejection", "correction"));
        assertThat(Causes.onDeskAxis(story.history(), AFTER, BEFORE, asOf)).isEqualTo(ids("rejection", "correction"));
    }

    @Test
    void anEndIsACauseInValidTimeOnlyIfTheStateBecomesCertain() {
        Story story = given(
                as("proposal", ceasefireProposed("2025-08-10/2025-08-14")),
                as("rejection", rejectCeasefire("2025-08-16/2025-08-20")));
        assertThat(world(story, "2025-08-12", "2025-08-15")).isEqualTo(ids("proposal"));
        assertThat(world(story, "2025-08-12", "2025-08-17")).isEqualTo(ids("rejection"));
        assertThat(world(story, "2025-08-12", "2025-08-20")).isEqualTo(ids("proposal", "rejection"));
        assertThat(world(story, "2025-08-20", "2025-08-12")).isEqualTo(ids("proposal", "rejection"));
    }

    private static List<UUID> world(Story story, String from, String to) {
        return Causes.onWorldAxis(
                story.history(), Edtf.parse(from).end(), Edtf.parse(to).end());
    }
}
