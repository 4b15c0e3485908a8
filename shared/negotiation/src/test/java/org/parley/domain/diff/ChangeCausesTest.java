package org.parley.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.scenario.CommandFixtures.addSource;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.grade;
import static org.parley.domain.scenario.CommandFixtures.hold;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.release;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.underEmbargo;
import static org.parley.domain.scenario.Scenario.given;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class ChangeCausesTest {
    private static final Instant BEFORE = Instant.parse("2025-09-01T18:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-09-03T18:00:00Z");

    /** Recorded before both instants; the rest is recorded between them. */
    private static Scenario rejected() {
        return given(
                named("proposal", ceasefireProposed("2025-08-13")), named("rejection", rejectCeasefire("2025-08-15")));
    }

    private static Scenario meanwhile(Scenario known) {
        return known.waitUntil("2025-09-02T12:00:00Z");
    }

    private static List<UUID> because(Scenario story) {
        return ChangeCauses.betweenKnownAt(story.history(), BEFORE, AFTER, AFTER);
    }

    private static List<UUID> ids(String... names) {
        return Stream.of(names).map(name -> id(name)).toList();
    }

    @Test
    void aCorrectionIsACauseAndASourceIsNot() {
        Scenario story = meanwhile(rejected())
                .and(
                        named("source", addSource("rejection", "TASS")),
                        named("correction", correct("rejection", rejectCeasefire("2025-08-16"))),
                        named("grade", grade("rejection", "A1")));
        assertThat(because(story)).isEqualTo(ids("correction"));
    }

    @Test
    void aSourceAloneIsNoCause() {
        assertThat(because(meanwhile(rejected()).and(addSource("rejection", "TASS"))))
                .isEmpty();
    }

    @Test
    void aRetractedDevelopmentIsNoCause() {
        Scenario story = meanwhile(rejected()).and(named("retraction", retract("rejection")), retract("retraction"));
        assertThat(because(story)).isEmpty();
    }

    @Test
    void aReleaseIsACauseWithoutItsHold() {
        Scenario story = meanwhile(rejected().and(named("embargo", hold("rejection", null))))
                .and(named("release", release("rejection")));
        assertThat(because(story)).isEqualTo(ids("release"));
    }

    @Test
    void anotherEndOfAnEmbargoIsNoCause() {
        Scenario story = meanwhile(rejected().and(named("embargo", hold("rejection", "2025-09-05T06:00Z"))))
                .and(named("renewed", hold("rejection", null)));
        assertThat(because(story)).isEmpty();
    }

    @Test
    void anEmbargoWithinTheIntervalIsNoCause() {
        Scenario story = meanwhile(rejected()).and(hold("rejection", null), release("rejection"));
        assertThat(because(story)).isEmpty();
    }

    @Test
    void aDevelopmentUnderEmbargoAndItsReleaseAreCauses() {
        Scenario story = meanwhile(given(named("proposal", ceasefireProposed("2025-08-13"))))
                .and(
                        named("rejection", underEmbargo(null, rejectCeasefire("2025-08-15"))),
                        named("release", release("rejection")));
        assertThat(because(story)).isEqualTo(ids("rejection", "release"));
    }

    @Test
    void aCorrectionThatMakesADevelopmentCertainIsACause() {
        Scenario story = meanwhile(given(named("proposal", ceasefireProposed("2025-08-13/2025-12-31"))))
                .and(named("correction", correct("proposal", ceasefireProposed("2025-08-13/2025-12-30"))));
        assertThat(ChangeCauses.betweenKnownAt(story.history(), BEFORE, AFTER, Instant.parse("2025-09-02T00:00:00Z")))
                .isEqualTo(ids("correction"));
    }

    @Test
    void aNewDevelopmentAndItsCorrectionAreCauses() {
        Scenario story = meanwhile(given(named("proposal", ceasefireProposed("2025-08-13"))))
                .and(
                        named("rejection", rejectCeasefire("2025-08-15")),
                        addSource("rejection", "TASS"),
                        named("correction", correct("rejection", rejectCeasefire("2025-08-16"))));
        assertThat(because(story)).isEqualTo(ids("rejection", "correction"));
    }

    @Test
    void aCorrectionThatMovesADevelopmentIntoTheIntervalIsACauseWithIt() {
        Scenario story = meanwhile(given(named("proposal", ceasefireProposed("2025-08-13"))))
                .and(
                        named("rejection", rejectCeasefire("2025-08-20")),
                        named("correction", correct("rejection", rejectCeasefire("2025-08-15"))));
        Instant asOf = Edtf.parse("2025-08-16").end();
        assertThat(ChangeCauses.betweenKnownAt(story.history(), BEFORE, AFTER, asOf))
                .isEqualTo(ids("rejection", "correction"));
        assertThat(ChangeCauses.betweenKnownAt(story.history(), AFTER, BEFORE, asOf))
                .isEqualTo(ids("rejection", "correction"));
    }

    @Test
    void anEndIsACauseInValidTimeOnlyIfTheStateBecomesCertain() {
        Scenario story = given(
                named("proposal", ceasefireProposed("2025-08-10/2025-08-14")),
                named("rejection", rejectCeasefire("2025-08-16/2025-08-20")));
        assertThat(world(story, "2025-08-12", "2025-08-15")).isEqualTo(ids("proposal"));
        assertThat(world(story, "2025-08-12", "2025-08-17")).isEqualTo(ids("rejection"));
        assertThat(world(story, "2025-08-12", "2025-08-20")).isEqualTo(ids("proposal", "rejection"));
        assertThat(world(story, "2025-08-20", "2025-08-12")).isEqualTo(ids("proposal", "rejection"));
    }

    private static List<UUID> world(Scenario story, String from, String to) {
        return ChangeCauses.betweenAsOf(
                story.history(), Edtf.parse(from).end(), Edtf.parse(to).end());
    }
}
