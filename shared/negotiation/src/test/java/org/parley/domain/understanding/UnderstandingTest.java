package org.parley.domain.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;
import static org.parley.domain.understanding.UnderstandingStatus.ABANDONED;
import static org.parley.domain.understanding.UnderstandingStatus.CLAIMED;
import static org.parley.domain.understanding.UnderstandingStatus.CONFIRMED;
import static org.parley.domain.understanding.UnderstandingStatus.CONTESTED;

import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.time.Edtf;
import org.parley.domain.understanding.UnderstandingCommand.AbandonUnderstanding;
import org.parley.domain.understanding.UnderstandingCommand.ClaimUnderstanding;
import org.parley.domain.understanding.UnderstandingCommand.ConfirmUnderstanding;
import org.parley.domain.understanding.UnderstandingCommand.ContestUnderstanding;

class UnderstandingTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.UNDERSTANDING, """
                        ClaimUnderstanding, UnderstandingClaimed: -,ABANDONED -> CLAIMED new
                        ConfirmUnderstanding, UnderstandingConfirmed: CLAIMED -> CONFIRMED?; CONTESTED -> CONFIRMED?/CLAIMED?; CONFIRMED -> same
                        ContestUnderstanding, UnderstandingContested: CLAIMED,CONFIRMED -> CONTESTED?; CONTESTED -> same
                        AbandonUnderstanding, UnderstandingAbandoned: CLAIMED,CONTESTED,CONFIRMED -> ABANDONED""").isTheRule();
    }

    @Test
    void isConfirmedContestedAndAbandoned() {
        UnderstandingDetail detail = given(claimed("2025-08-15"))
                .thenState(CLAIMED)
                .when(confirmed("2025-08-16", "RUS"))
                .thenState(CONFIRMED)
                .when(contested("2025-08-17", "RUS"))
                .thenState(CONTESTED)
                .when(on("2025-08-18", new AbandonUnderstanding(null, "no one speaks of it")))
                .thenState(ABANDONED)
                .when(claimed("2025-08-19"))
                .thenState(CLAIMED)
                .detail(UnderstandingDetail.class);

        assertThat(detail.contestedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void isNotContestedByAVoiceAlone() {
        Scenario story = given(claimed("2025-08-15"), confirmed("2025-08-16", "RUS"))
                .when(contested("2025-08-17", "VOX"))
                .thenState(CONFIRMED);

        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-08-16"));
        assertThat(story.detail(UnderstandingDetail.class).voices()).isEqualTo(parties("VOX"));
        assertThat(story.detail(UnderstandingDetail.class).contestedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void isContestedByAPartyTogetherWithAVoice() {
        UnderstandingDetail detail = given(claimed("2025-08-15"))
                .when(contested("2025-08-17", "VOX", "RUS"))
                .thenState(CONTESTED)
                .detail(UnderstandingDetail.class);

        assertThat(detail.voices()).isEqualTo(parties("VOX"));
        assertThat(detail.contestedBy()).isEqualTo(parties("RUS"));
    }

    @Test
    void aClaimantDoesNotConfirmIt() {
        given(claimed("2025-08-15")).when(confirmed("2025-08-16", "USA")).thenState(CLAIMED);
    }

    @Test
    void anyClaimantConfirmsItIfAllClaimedIt() {
        given(on("2025-08-15", new ClaimUnderstanding(Actors.of("USA", "RUS"), Actors.of("USA", "RUS"), null)))
                .when(confirmed("2025-08-16", "USA"))
                .thenState(CONFIRMED);
    }

    @Test
    void oneConfirmationDoesNotOverrideTheContestOfAnother() {
        Scenario story = given(
                        on("2025-08-15", new ClaimUnderstanding(Actors.of("USA"), Actors.of("RUS", "UKR"), null)),
                        contested("2025-08-16", "UKR"))
                .when(confirmed("2025-08-17", "RUS"))
                .thenState(CONTESTED);
        assertThat(story.detail(UnderstandingDetail.class).confirmedBy()).isEqualTo(parties("RUS"));

        story.when(confirmed("2025-08-18", "UKR")).thenState(CONFIRMED);
    }

    @Test
    void statementsOfOtherPartiesChangeNothing() {
        UnderstandingDetail detail = given(claimed("2025-08-15"))
                .when(contested("2025-08-16", "EU"))
                .thenState(CLAIMED)
                .when(confirmed("2025-08-17", "UKR"))
                .thenState(CLAIMED)
                .detail(UnderstandingDetail.class);

        assertThat(detail.contestedBy()).isEqualTo(parties("EU"));
        assertThat(detail.confirmedBy()).isEqualTo(parties("UKR"));
    }

    @Test
    void aClaimantThatStopsContestingLeavesAClaim() {
        given(claimed("2025-08-15"), contested("2025-08-16", "USA"))
                .thenState(CONTESTED)
                .when(confirmed("2025-08-17", "USA"))
                .thenState(CLAIMED);
    }

    @Test
    void saysWhoAbandonedItUntilItIsClaimedAgain() {
        Scenario story = given(
                        claimed("2025-08-15"), on("2025-08-18", new AbandonUnderstanding(Actors.of("USA"), "no deal")))
                .thenState(ABANDONED);
        assertThat(story.detail(UnderstandingDetail.class).endedBy()).isEqualTo(parties("USA"));

        story.and(claimed("2025-08-19"));
        assertThat(story.detail(UnderstandingDetail.class).endedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void aVoiceMayContestButNotClaimOrConfirm() {
        VoiceMayNot refusal = given(claimed("2025-08-15"))
                .when(confirmed("2025-08-16", "VOX"))
                .thenRefused(VoiceMayNot.class);

        assertThat(refusal.allowed())
                .containsExactlyInAnyOrder(
                        "EndorseGuarantee",
                        "ObjectToGuarantee",
                        "PackageGuarantee",
                        "ContestUnderstanding",
                        "StatePosition");
        given().when(on("2025-08-15", new ClaimUnderstanding(Actors.of("USA"), Actors.of("USA", "VOX"), null)))
                .thenRefused(VoiceMayNot.class);
    }

    @Test
    void aVoiceIsSubjectToTheLifecycle() {
        NotPossible refusal = given(claimed("2025-08-15"))
                .when(contested("2025-08-14", "VOX"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictOccurred()).isEqualTo(Edtf.parse("2025-08-15"));
    }

    @Test
    void aClaimReadsAsAReport() {
        assertThat(said(new ClaimUnderstanding(Actors.of("USA"), Actors.of("USA", "RUS"), "Land for peace.")))
                .isEqualTo("On 15 August 2025, USA said that an understanding with RUS (“alaska”) had been reached:"
                        + " Land for peace.");
        assertThat(said(new ClaimUnderstanding(Actors.of("USA"), Actors.of("RUS", "UKR"), null)))
                .endsWith("USA said that an understanding (“alaska”) had been reached between RUS and UKR.");
        assertThat(said(new ClaimUnderstanding(Actors.of("USA", "RUS"), Actors.of("USA", "RUS"), null)))
                .endsWith("USA and RUS said that an understanding (“alaska”) had been reached between USA and RUS.");
    }

    private static String said(ClaimUnderstanding claim) {
        Scenario story = given(on("2025-08-15", claim));
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().getLast());
    }

    private static CommandEnvelope claimed(String date) {
        return on(date, new ClaimUnderstanding(Actors.of("USA"), Actors.of("USA", "RUS"), "land for peace"));
    }

    private static CommandEnvelope confirmed(String date, String... by) {
        return on(date, new ConfirmUnderstanding(Actors.of(by)));
    }

    private static CommandEnvelope contested(String date, String... by) {
        return on(date, new ContestUnderstanding(Actors.of(by), "not so"));
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }
}
