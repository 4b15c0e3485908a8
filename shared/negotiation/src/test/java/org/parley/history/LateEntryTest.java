package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.acceptCeasefire;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.ceasefireRejected;
import static org.parley.ceasefire.CeasefireNews.declareCeasefire;
import static org.parley.ceasefire.CeasefireNews.endCeasefire;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireNews.withdrawCeasefireProposal;
import static org.parley.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.dated;
import static org.parley.history.Telling.id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.history.Refusal.NotPossible;
import org.parley.matter.MatterState;
import org.parley.time.Edtf;

class LateEntryTest {

    @Test
    void whatIsLoggedOnFridayStandsWhereItHappenedOnWednesday() {
        Story story = given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-08-22"))
                .when(acceptCeasefire("2025-08-20", "UKR"))
                .thenState(REJECTED);

        assertThat(story.effectiveTypes())
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireRejected");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        MatterState inOrder = given(
                        as("a", ceasefireProposed("2025-08-13")),
                        as("b", acceptCeasefire("2025-08-14", "RUS")),
                        as("c", acceptCeasefire("2025-08-15T10:00Z", "UKR")))
                .state()
                .orElseThrow();
        MatterState lateFirst = given(
                        as("a", ceasefireProposed("2025-08-13")),
                        as("c", acceptCeasefire("2025-08-15T10:00Z", "UKR")),
                        as("b", acceptCeasefire("2025-08-14", "RUS")))
                .state()
                .orElseThrow();

        assertThat(lateFirst).isEqualTo(inOrder);
    }

    @Test
    void developmentsThatBeginTogetherStandInTheOrderRecorded() {
        given(ceasefireProposed("2025-08"), rejectCeasefire("2025-08-01")).thenState(REJECTED);
        given(declareCeasefire("2025-08-01", "RUS"))
                .when(ceasefireProposed("2025-08-01"))
                .thenRefused(NotPossible.class);
    }

    @Test
    void aClashNamesTheDevelopmentAndBothDates() {
        NotPossible refusal = given(as("proposal", ceasefireProposed("2025-08-15")))
                .when(rejectCeasefire("2025-08-14"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .startsWith("Cannot record that RUS rejected the ceasefire")
                .contains("on 14 August 2025", "on 15 August 2025", "(development " + id("proposal") + ")");
        assertThat(refusal.conflictsWith()).isEqualTo(id("proposal"));
        assertThat(refusal.conflictOccurred()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(refusal.state()).isEqualTo("-");
        assertThat(refusal.allowed()).containsExactly("ProposeCeasefire", "DeclareCeasefire");
        assertThat(refusal.narrowed()).isNull();
    }

    @Test
    void aClashMayLieLaterInTheWorld() {
        NotPossible refusal = given(
                        declareCeasefire("2025-08-01", "RUS"), as("answer", acceptCeasefire("2025-08-20", "UKR")))
                .when(endCeasefire("2025-08-10"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("answer"));
        assertThat(refusal.text())
                .contains("on 10 August 2025", "on 20 August 2025", id("answer").toString());
        assertThat(refusal.state()).isEqualTo("ENDED");
    }

    @Test
    void whatIsOverAlreadyNamesTheDevelopmentThatEndedIt() {
        NotPossible refusal = given(ceasefireProposed("2025-08-13"), as("truce", declareCeasefire("2025-08-15", "RUS")))
                .when(withdrawCeasefireProposal("2025-08-20"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("truce"));
        assertThat(refusal.conflictOccurred()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(refusal.text()).contains("IN_FORCE since 15 August 2025", "AllegeViolation", "EndCeasefire");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08,               2025-08-13/2025-08-31",
        "2025-08~,              2025-08-13/2025-08-31",
        "2025,                  2025-08-13/2025-12-31",
        "2025-08-10/2025-08-20, 2025-08-13/2025-08-20",
        "2025-08-12/2025-08-13, 2025-08-13",
    })
    void whereOnlyTheEarlyStartIsInTheWayTheRestOfTheDateIsOffered(String date, Edtf narrowed) {
        Story story = given(ceasefireProposed("2025-08-13"));
        NotPossible refusal = story.when(rejectCeasefire(date)).thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isEqualTo(narrowed);
        assertThat(refusal.text()).contains("within " + narrowed);
        story.when(dated(refusal.narrowed(), rejectCeasefire(date))).then(ceasefireRejected());
    }

    @Test
    void afterAnInstantTheOfferBeginsTheNextDay() {
        NotPossible refusal = given(ceasefireProposed("2025-08-13T10:00Z"))
                .when(rejectCeasefire("2025-08"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isEqualTo(Edtf.parse("2025-08-14/2025-08-31"));
    }

    @Test
    void nothingIsOfferedThatWouldBeRefusedAsFuture() {
        NotPossible refusal = Story.now("2025-08-15T05:00:00Z")
                .and(ceasefireProposed("2025-08-15T04:00Z"))
                .when(rejectCeasefire("2025-08"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-10", "2025-07", "2025-08-10T10:00Z", "2025-08-01/2025-08-12"})
    void nothingIsOfferedWhereNoPartOfTheDateHelps(String date) {
        NotPossible refusal = given(ceasefireProposed("2025-08-13"))
                .when(rejectCeasefire(date))
                .thenRefused(NotPossible.class);

        assertThat(refusal.narrowed()).isNull();
    }

    @Test
    void anImpreciseDateCountsFromItsStartAndIsPossibleUntilItsEnd() {
        Story story = given(ceasefireProposed("2025-07-13"), declareCeasefire("2025-08", "RUS"));

        assertThat(story.asOf("2025-07-31")).map(MatterState::status).hasToString("Optional[PROPOSED]");
        MatterState early = story.asOf("2025-08-01").orElseThrow();
        assertThat(early.status()).isEqualTo(IN_FORCE);
        assertThat(early.isPossibleAt(Edtf.parse("2025-08-01").end())).isTrue();
        assertThat(early.isPossibleAt(Edtf.parse("2025-08-30").end())).isTrue();
        assertThat(early.isPossibleAt(Edtf.parse("2025-08-31").end())).isFalse();
    }

    @Test
    void whatRestsOnSomethingPossibleIsPossibleToo() {
        MatterState state = given(ceasefireProposed("2025-08"), rejectCeasefire("2025-08-05"))
                .state()
                .orElseThrow();

        assertThat(state.isPossibleAt(Edtf.parse("2025-08-20").end())).isTrue();
        assertThat(state.isPossibleAt(Edtf.parse("2025-08").end())).isFalse();
    }
}
