package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireRejected;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.endCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.withdrawCeasefireProposal;
import static org.parley.domain.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.domain.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dated;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.Scenario.given;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.RandomCommands;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;

class LateEntryTest {

    @Test
    void takesItsPlaceInValidTimeOrder() {
        Scenario story = given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-08-22"))
                .when(acceptCeasefire("2025-08-20", "UKR"))
                .thenState(REJECTED);

        assertThat(story.effectiveTypes())
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireRejected");
    }

    @Test
    void theOrderOfRecordingDoesNotMatter() {
        MatterState inOrder = given(
                        named("a", ceasefireProposed("2025-08-13")),
                        named("b", acceptCeasefire("2025-08-14", "RUS")),
                        named("c", acceptCeasefire("2025-08-15T10:00Z", "UKR")))
                .state()
                .orElseThrow();
        MatterState lateFirst = given(
                        named("a", ceasefireProposed("2025-08-13")),
                        named("c", acceptCeasefire("2025-08-15T10:00Z", "UKR")),
                        named("b", acceptCeasefire("2025-08-14", "RUS")))
                .state()
                .orElseThrow();

        assertThat(lateFirst).isEqualTo(inOrder);
    }

    @Test
    void developmentsWithTheSameStartAreInTheOrderRecorded() {
        given(ceasefireProposed("2025-08"), rejectCeasefire("2025-08-01")).thenState(REJECTED);
        given(declareCeasefire("2025-08-01", "RUS"))
                .when(ceasefireProposed("2025-08-01"))
                .thenRefused(NotPossible.class);
    }

    @Test
    void aConflictNamesTheDevelopmentAndItsDate() {
        NotPossible refusal = given(named("proposal", ceasefireProposed("2025-08-15")))
                .when(rejectCeasefire("2025-08-14"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .startsWith("Cannot record that RUS rejected the ceasefire")
                .contains("on 14 August 2025", "on 15 August 2025", "(development " + id("proposal") + ")");
        assertThat(refusal.conflictsWith()).isEqualTo(id("proposal"));
        assertThat(refusal.conflictOccurred()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(refusal.state()).isEqualTo("-");
        assertThat(refusal.allowed()).containsExactly("AnnounceCeasefire", "ProposeCeasefire", "DeclareCeasefire");
        assertThat(refusal.narrowed()).isNull();
    }

    @Test
    void aConflictMayBeWithALaterDevelopment() {
        NotPossible refusal = given(
                        declareCeasefire("2025-08-01", "RUS"), named("answer", acceptCeasefire("2025-08-20", "UKR")))
                .when(endCeasefire("2025-08-10"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("answer"));
        assertThat(refusal.text())
                .contains("on 10 August 2025", "on 20 August 2025", id("answer").toString());
        assertThat(refusal.state()).isEqualTo("ENDED");
    }

    @Test
    void aRefusalAfterTheEndNamesTheEndingDevelopment() {
        NotPossible refusal = given(
                        ceasefireProposed("2025-08-13"), named("truce", declareCeasefire("2025-08-15", "RUS")))
                .when(withdrawCeasefireProposal("2025-08-20"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("truce"));
        assertThat(refusal.conflictOccurred()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(refusal.text()).contains("“in force” since 15 August 2025", "AllegeViolation", "EndCeasefire");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08,               2025-08-13/2025-08-31",
        "2025-08~,              2025-08-13/2025-08-31",
        "2025,                  2025-08-13/2025-12-31",
        "2025-08-10/2025-08-20, 2025-08-13/2025-08-20",
        "2025-08-12/2025-08-13, 2025-08-13",
    })
    void offersTheRestOfTheDateIfOnlyItsStartConflicts(String date, Edtf narrowed) {
        Scenario story = given(ceasefireProposed("2025-08-13"));
        NotPossible refusal = story.when(rejectCeasefire(date)).thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isEqualTo(narrowed);
        assertThat(refusal.text()).contains("if it occurred " + DateText.withPreposition(narrowed) + ".");
        story.when(dated(refusal.narrowed(), rejectCeasefire(date))).then(ceasefireRejected());
    }

    @Test
    void afterAnInstantTheOfferStartsOnTheNextDay() {
        NotPossible refusal = given(ceasefireProposed("2025-08-13T10:00Z"))
                .when(rejectCeasefire("2025-08"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isEqualTo(Edtf.parse("2025-08-14/2025-08-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-13,                                 2025-08-13T03:30Z/2025-08-13T23:59:59Z",
        "2025-08-13~,                                2025-08-13T03:30Z/2025-08-13T23:59:59Z",
        "2025-08-10/2025-08-13,                      2025-08-13T03:30Z/2025-08-13T23:59:59Z",
        "2025-08-13T00:00Z/2025-08-13T12:00Z,        2025-08-13T03:30Z/2025-08-13T12:00Z",
        "2025-08-12T20:00-04:00/2025-08-13T10:00-04:00, 2025-08-12T23:30-04:00/2025-08-13T10:00-04:00",
        "2025-08-13T00:00Z/2025-08-13T03:30Z,        2025-08-13T03:30Z",
    })
    void offersInstantsIfNoDayIsPossible(String date, Edtf narrowed) {
        Scenario story = given(ceasefireProposed("2025-08-13T03:30Z"));
        NotPossible refusal = story.when(rejectCeasefire(date)).thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isEqualTo(narrowed);
        assertThat(refusal.text()).contains("if it occurred " + DateText.withPreposition(narrowed) + ".");
        story.when(dated(refusal.narrowed(), rejectCeasefire(date))).then(ceasefireRejected());
    }

    @Test
    void offersInstantsIfTheNextDayIsInTheFuture() {
        Scenario story = Scenario.startingAt("2025-08-15T05:00:00Z").and(ceasefireProposed("2025-08-15T04:00Z"));
        NotPossible refusal = story.when(rejectCeasefire("2025-08")).thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isEqualTo(Edtf.parse("2025-08-15T04:00Z/2025-08-31T23:59:59Z"));
        story.when(dated(refusal.narrowed(), rejectCeasefire("2025-08"))).then(ceasefireRejected());
    }

    /** A refusal must follow its proposal. If some second of its date does, that part is offered and accepted. */
    @Test
    void everyOfferIsAcceptedAndNoPossibleOfferIsMissed() {
        int offered = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            RandomCommands random = new RandomCommands(new Random(seed), List.of(new PartyCode("RUS")), List.of());
            Edtf proposed = random.date((int) (seed % 7));
            Edtf date = random.date((int) (seed % 7));
            Scenario story = given(ceasefireProposed(proposed.text()));
            if (!date.start().isBefore(proposed.start())) {
                story.when(rejectCeasefire(date.text())).then(ceasefireRejected());
                continue;
            }
            NotPossible refusal = story.when(rejectCeasefire(date.text())).thenRefused(NotPossible.class);
            boolean possible = !proposed.start().isAfter(date.end());
            assertThat(refusal.narrowed() != null)
                    .as("seed %d: %s after %s, offered %s", seed, date, proposed, refusal.narrowed())
                    .isEqualTo(possible);
            if (refusal.narrowed() != null) {
                assertThat(refusal.narrowed().start()).isBetween(proposed.start(), date.end());
                assertThat(refusal.narrowed().end()).isBeforeOrEqualTo(date.end());
                story.when(dated(refusal.narrowed(), rejectCeasefire(date.text())))
                        .then(ceasefireRejected());
                offered++;
            }
        }
        assertThat(offered).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-10", "2025-07", "2025-08-10T10:00Z", "2025-08-01/2025-08-12"})
    void offersNothingIfNoPartOfTheDateIsPossible(String date) {
        NotPossible refusal = given(ceasefireProposed("2025-08-13"))
                .when(rejectCeasefire(date))
                .thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isNull();
    }

    @Test
    void anImpreciseDateCountsFromItsStartAndIsPossibleUntilItsEnd() {
        Scenario story = given(ceasefireProposed("2025-07-13"), declareCeasefire("2025-08", "RUS"));

        assertThat(story.asOf("2025-07-31")).map(MatterState::status).hasToString("Optional[PROPOSED]");
        MatterState early = story.asOf("2025-08-01").orElseThrow();
        assertThat(early.status()).isEqualTo(IN_FORCE);
        assertThat(early.isPossibleAt(Edtf.parse("2025-08-01").end())).isTrue();
        assertThat(early.isPossibleAt(Edtf.parse("2025-08-30").end())).isTrue();
        assertThat(early.isPossibleAt(Edtf.parse("2025-08-31").end())).isFalse();
    }

    @Test
    void isCertainFromItsRecording() {
        Scenario story = given(ceasefireProposed("2025-07-13"), declareCeasefire("2025-08/2025-12", "RUS"));

        MatterState state = story.state().orElseThrow();
        assertThat(state.isPossibleAt(Instant.parse("2025-09-01T12:00:59Z"))).isTrue();
        assertThat(state.isPossibleAt(Instant.parse("2025-09-01T12:01:00Z"))).isFalse();
    }

    @Test
    void correctedContentIsCertainFromTheCorrection() {
        Scenario story = given(named("truce", declareCeasefire("2025-08", "RUS")))
                .waitUntil("2025-09-10T12:00:00Z")
                .and(correct("truce", declareCeasefire("2025-08/2025-12", "RUS")));

        MatterState state = story.state().orElseThrow();
        assertThat(state.isPossibleAt(Instant.parse("2025-09-10T11:59:59Z"))).isTrue();
        assertThat(state.isPossibleAt(Instant.parse("2025-09-10T12:00:00Z"))).isFalse();
    }

    @Test
    void aDateAheadOfUtcIsIncludedInNow() {
        Scenario story = given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-09-02"));

        assertThat(story.state()).map(MatterState::status).hasToString("Optional[REJECTED]");
        assertThat(story.state().orElseThrow().isPossibleAt(Instant.MAX)).isFalse();
        Instant now = story.ledger().now();
        assertThat(story.ledger().history().now(now)).isEqualTo(Instant.parse("2025-09-02T00:00:00Z"));
        assertThat(story.history().state(now)).map(MatterState::status).hasToString("Optional[PROPOSED]");
    }

    @Test
    void aStateThatDependsOnAPossibleDevelopmentIsPossible() {
        MatterState state = given(ceasefireProposed("2025-08"), rejectCeasefire("2025-08-05"))
                .state()
                .orElseThrow();

        assertThat(state.isPossibleAt(Edtf.parse("2025-08-20").end())).isTrue();
        assertThat(state.isPossibleAt(Edtf.parse("2025-08").end())).isFalse();
    }
}
