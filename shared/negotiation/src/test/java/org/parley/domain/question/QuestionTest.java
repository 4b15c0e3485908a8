package org.parley.domain.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.domain.question.QuestionStatus.OPEN;
import static org.parley.domain.question.QuestionStatus.SETTLED;
import static org.parley.domain.question.Stance.CONDITIONAL;
import static org.parley.domain.question.Stance.OPPOSES;
import static org.parley.domain.question.Stance.SUPPORTS;
import static org.parley.domain.question.Stance.UNDECLARED;
import static org.parley.domain.scenario.CommandFixtures.hold;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.release;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.CommandFixtures.underEmbargo;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.question.Position.Shift;
import org.parley.domain.question.QuestionCommand.RaiseQuestion;
import org.parley.domain.question.QuestionCommand.ReopenQuestion;
import org.parley.domain.question.QuestionCommand.SettleQuestion;
import org.parley.domain.question.QuestionCommand.StatePosition;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class QuestionTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.QUESTION, """
            RaiseQuestion, QuestionRaised: - -> OPEN
            StatePosition, PositionStated: OPEN,SETTLED -> same
            SettleQuestion, QuestionSettled: OPEN -> SETTLED
            ReopenQuestion, QuestionReopened: SETTLED -> OPEN\
            """).isTheRule();
        assertThat(Theme.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("SECURITY", "TERRITORY", "ECONOMY", "JUSTICE", "POLITICS");
        assertThat(Stance.values()).containsExactlyInAnyOrder(SUPPORTS, OPPOSES, CONDITIONAL, UNDECLARED);
    }

    @Test
    void isSettledAndReopened() {
        Scenario story = given(raised())
                .thenState(OPEN)
                .when(on("2025-08-20", new SettleQuestion("as it was")))
                .thenState(SETTLED);
        assertThat(story.detail(QuestionDetail.class).settlement()).isEqualTo("as it was");

        story.and(stated("2025-08-21", "RUS", OPPOSES))
                .thenState(SETTLED)
                .when(on("2025-08-22", new ReopenQuestion(null)))
                .thenState(OPEN);
        assertThat(story.detail(QuestionDetail.class).settlement()).isNull();
    }

    @Test
    void aStanceThatDiffersFromTheLastIsAShift() {
        Position position = given(
                        raised(),
                        stated("2025-08-15", "USA", SUPPORTS),
                        stated("2025-08-16", "USA", SUPPORTS),
                        stated("2025-08-18", "USA", CONDITIONAL),
                        stated("2025-08-19", "USA", CONDITIONAL))
                .detail(QuestionDetail.class)
                .of(new PartyCode("USA"))
                .orElseThrow();

        assertThat(position.stance()).isEqualTo(CONDITIONAL);
        assertThat(position.since()).isEqualTo(Edtf.parse("2025-08-18"));
        assertThat(position.shifts()).singleElement().satisfies(shift -> {
            assertThat(shift.from()).isEqualTo(SUPPORTS);
            assertThat(shift.to()).isEqualTo(CONDITIONAL);
            assertThat(shift.occurred()).isEqualTo(Edtf.parse("2025-08-18"));
        });
    }

    @Test
    void aLateStatementMakesShiftsInValidTimeOrder() {
        Position position = given(
                        raised(),
                        stated("2025-08-15", "USA", SUPPORTS),
                        stated("2025-08-19", "USA", SUPPORTS),
                        stated("2025-08-17", "USA", OPPOSES))
                .detail(QuestionDetail.class)
                .of(new PartyCode("USA"))
                .orElseThrow();

        assertThat(position.shifts()).extracting(Shift::to).containsExactly(OPPOSES, SUPPORTS);
        assertThat(position.since()).isEqualTo(Edtf.parse("2025-08-19"));
    }

    @Test
    void eachPartyAndVoiceHasItsOwnPosition() {
        QuestionDetail detail = given(
                        raised(), stated("2025-08-15", "RUS", OPPOSES), stated("2025-08-16", "VOX", SUPPORTS))
                .thenState(OPEN)
                .detail(QuestionDetail.class);

        assertThat(detail.positions())
                .extracting(position -> position.party().text(), Position::voice, Position::stance)
                .containsExactly(tuple("RUS", false, OPPOSES), tuple("VOX", true, SUPPORTS));
    }

    @Test
    void aStanceUnderEmbargoIsMarkedUntilItIsReleased() {
        Scenario story = given(
                raised(),
                stated("2025-08-15", "USA", SUPPORTS),
                named("turn", underEmbargo(null, stated("2025-08-18", "USA", CONDITIONAL))),
                named("first", stated("2025-08-18", "RUS", OPPOSES)));
        assertThat(held(story, "USA")).isTrue();
        assertThat(shift(story, "USA").held()).isTrue();
        assertThat(held(story, "RUS")).isFalse();

        story = story.and(stated("2025-08-19", "USA", CONDITIONAL), hold("first", null));
        assertThat(held(story, "USA")).as("the change is still under embargo").isTrue();
        assertThat(held(story, "RUS")).isTrue();

        story = story.and(release("turn"), release("first"));
        assertThat(held(story, "USA")).isFalse();
        assertThat(shift(story, "USA").held()).isNull();
        assertThat(held(story, "RUS")).isFalse();
    }

    @Test
    void aStanceWithoutEmbargoHasNoMarkThatWouldChangeItsHash() {
        Position position = given(raised(), stated("2025-08-15", "USA", SUPPORTS), stated("2025-08-16", "USA", OPPOSES))
                .detail(QuestionDetail.class)
                .of(new PartyCode("USA"))
                .orElseThrow();

        assertThat(position.held()).isNull();
        assertThat(position.shifts()).extracting(Shift::held).containsOnlyNulls();
    }

    @Test
    void isRaisedOnlyOnce() {
        NotPossible refusal = given(raised()).when(raised()).thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("OPEN");
        assertThat(refusal.allowed()).containsExactly("StatePosition", "SettleQuestion");
    }

    private static boolean held(Scenario story, String party) {
        return position(story, party).held() != null;
    }

    private static Shift shift(Scenario story, String party) {
        return position(story, party).shifts().getLast();
    }

    private static Position position(Scenario story, String party) {
        return story.detail(QuestionDetail.class).of(new PartyCode(party)).orElseThrow();
    }

    private static CommandEnvelope raised() {
        return undated(new RaiseQuestion("Who holds the Donbas?", Theme.TERRITORY));
    }

    private static CommandEnvelope stated(String date, String by, Stance stance) {
        return on(date, new StatePosition(Actors.of(by), stance, "said so", null));
    }
}
