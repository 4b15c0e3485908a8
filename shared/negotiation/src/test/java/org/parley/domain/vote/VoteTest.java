package org.parley.domain.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.titled;
import static org.parley.domain.scenario.Scenario.given;
import static org.parley.domain.vote.VoteStatus.CALLED;
import static org.parley.domain.vote.VoteStatus.CANCELLED;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.time.Edtf;
import org.parley.domain.vote.VoteCommand.CallVote;
import org.parley.domain.vote.VoteCommand.CancelVote;
import org.parley.domain.vote.VoteCommand.RecordVote;

class VoteTest {
    private static final PartyCode COUNCIL = new PartyCode("NATO");
    private static final List<MatterReference> TREATY = List.of(MatterReference.parse("agreement/treaty"));

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.VOTE, """
                        CallVote, VoteCalled: -,CANCELLED -> CALLED new; CALLED -> same
                        RecordVote, VoteHeld: -,CALLED -> ADOPTED?/REJECTED?/VETOED
                        CancelVote, VoteCancelled: CALLED -> CANCELLED""").isTheRule();
        assertThat(VoteOutcome.values()).extracting(Enum::name).containsExactly("ADOPTED", "REJECTED", "VETOED");
    }

    @Test
    void isCalledPutOffCancelledAndCalledAgain() {
        Scenario story = given(on("2025-08-01", new CallVote(COUNCIL, TREATY, "Shall it be signed?", day("10"))))
                .thenState(CALLED)
                .when(called("2025-08-02", "20"))
                .thenState(CALLED);
        assertThat(detail(story).planned()).isEqualTo(day("20"));
        assertThat(detail(story).about()).isEqualTo(TREATY);
        assertThat(detail(story).question()).isEqualTo("Shall it be signed?");

        story.when(on("2025-08-03", new CancelVote("no quorum"))).thenState(CANCELLED);
        assertThat(detail(story).planned()).isNull();
        assertThat(detail(story).reason()).isEqualTo("no quorum");

        story.when(called("2025-08-04", "25")).thenState(CALLED);
        assertThat(detail(story).about()).isEmpty();
        assertThat(detail(story).reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ADOPTED", "REJECTED", "VETOED"})
    void endsByItsOutcomeWithOrWithoutACall(VoteOutcome outcome) {
        VoteStatus end = VoteStatus.valueOf(outcome.name());
        given().when(held("2025-08-20", outcome, null, null)).thenState(end);

        Scenario story = given(on("2025-08-01", new CallVote(COUNCIL, TREATY, "Shall it?", day("20"))))
                .when(held("2025-08-20", outcome, "13", "2"))
                .thenState(end);
        assertThat(detail(story))
                .isEqualTo(new VoteDetail(
                        COUNCIL,
                        TREATY,
                        "Shall it?",
                        day("20"),
                        outcome,
                        day("20"),
                        new BigDecimal("13"),
                        new BigDecimal("2"),
                        null,
                        Parties.NONE,
                        null));
    }

    @Test
    void isOverOnceItWasHeld() {
        Scenario story = given(held("2025-08-20", VoteOutcome.ADOPTED, "9", "6"));

        story.when(held("2025-08-21", VoteOutcome.REJECTED, "6", "9")).thenRefused(NotPossible.class);
        story.when(called("2025-08-21", "25")).thenRefused(NotPossible.class);
        story.when(on("2025-08-21", new CancelVote(null))).thenRefused(NotPossible.class);
    }

    @Test
    void onlyAVoteThatWasCalledIsCancelled() {
        given().when(on("2025-08-21", new CancelVote(null))).thenRefused(UnknownMatter.class);
    }

    @Test
    void aVoiceDoesNotVote() {
        given().when(on("2025-08-20", new CallVote(new PartyCode("VOX"), null, null, null)))
                .thenRefused(VoiceMayNot.class);
    }

    @Test
    void onlyAVetoHasItsAuthors() {
        assertThatThrownBy(() ->
                        new RecordVote(COUNCIL, VoteOutcome.REJECTED, null, null, null, null, null, Actors.of("USA")))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("not VETOED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ADOPTED  | 13      | 0       | 2   | in the vote “The treaty”, NATO adopted the proposal by 13 votes to 0, with 2 abstentions
            ADOPTED  | 14      | 1       | 0   | in the vote “The treaty”, NATO adopted the proposal by 14 votes to 1
            ADOPTED  | 9       | -       | 1   | in the vote “The treaty”, NATO adopted the proposal, with 9 votes in favour and 1 abstention
            ADOPTED  | -       | -       | -   | in the vote “The treaty”, NATO adopted the proposal
            REJECTED | 6377482 | 6431376 | -   | in the vote “The treaty”, NATO rejected the proposal by 6,431,376 votes to 6,377,482 (50.2% to 49.8%)
            REJECTED | 49.8    | 50.2    | -   | in the vote “The treaty”, NATO rejected the proposal by 50.2% to 49.8%
            REJECTED | 300     | 250     | 1   | in the vote “The treaty”, NATO rejected the proposal, with 300 votes in favour, 250 against and 1 abstention
            REJECTED | -       | 1       | -   | in the vote “The treaty”, NATO rejected the proposal, with 1 vote against
            VETOED   | 14      | 1       | 0   | in the vote “The treaty”, the proposal was vetoed in NATO, with 14 votes in favour, 1 against and 0 abstentions
            """)
    void theSentenceSaysWhatTheNumbersAllow(
            VoteOutcome outcome,
            @Nullable String inFavour,
            @Nullable String opposed,
            @Nullable String abstained,
            String sentence) {
        Scenario story = given(titled(
                "The treaty",
                on(
                        "2025-08-20",
                        new RecordVote(
                                COUNCIL,
                                outcome,
                                null,
                                null,
                                number(inFavour),
                                number(opposed),
                                number(abstained),
                                null))));

        assertThat(said(story)).isEqualTo("On 20 August 2025, " + sentence + ".");
    }

    @Test
    void sentencesNameTheDateTheVetoAndTheBody() {
        Scenario story = given(titled("The treaty", called("2025-08-01", "20")));
        assertThat(said(story))
                .isEqualTo("On 1 August 2025, the vote “The treaty” of NATO was called for 20 August 2025.");
        story.and(on("2025-08-03", new CancelVote("No quorum.")));
        assertThat(said(story)).endsWith("the vote “The treaty” of NATO was cancelled: No quorum.");

        Scenario vetoed = given(titled(
                "The treaty",
                on(
                        "2025-08-20",
                        new RecordVote(
                                COUNCIL,
                                VoteOutcome.VETOED,
                                null,
                                "peace in our time",
                                null,
                                null,
                                null,
                                Actors.of("USA")))));
        assertThat(said(vetoed))
                .endsWith("in the vote “The treaty”, USA vetoed the proposal in NATO: peace in our time.");
        assertThat(detail(vetoed).vetoedBy()).isEqualTo(Actors.of("USA").parties());
    }

    private static String said(Scenario story) {
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().getLast());
    }

    private static VoteDetail detail(Scenario story) {
        return story.detail(VoteDetail.class);
    }

    private static CommandEnvelope called(String date, String planned) {
        return on(date, new CallVote(COUNCIL, null, null, day(planned)));
    }

    private static CommandEnvelope held(
            String date, VoteOutcome outcome, @Nullable String inFavour, @Nullable String opposed) {
        return on(date, new RecordVote(COUNCIL, outcome, null, null, number(inFavour), number(opposed), null, null));
    }

    private static Edtf day(String day) {
        return Edtf.parse("2025-08-" + day);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
