package org.parley.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.acceptCeasefire;
import static org.parley.ceasefire.CeasefireNews.allegeViolation;
import static org.parley.ceasefire.CeasefireNews.amendCeasefire;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.ceasefireRejected;
import static org.parley.ceasefire.CeasefireNews.declareCeasefire;
import static org.parley.ceasefire.CeasefireNews.endCeasefire;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireStatus.AGREED;
import static org.parley.ceasefire.CeasefireStatus.ENDED;
import static org.parley.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.history.Story.given;

import org.junit.jupiter.api.Test;
import org.parley.history.Refusal.NotPossible;
import org.parley.history.Refusal.UnknownMatter;
import org.parley.history.Story;
import org.parley.matter.Kind;
import org.parley.matter.LifecycleTable;
import org.parley.party.Actors;
import org.parley.party.Parties;
import org.parley.time.Edtf;

class CeasefireTest {

    @Test
    void hasTheLifecycleOfTheDomainPage() {
        LifecycleTable.of(Kind.CEASEFIRE, """
                        ProposeCeasefire, CeasefireProposed: -,REJECTED,ENDED -> PROPOSED
                        AmendCeasefire, CeasefireAmended: PROPOSED,AGREED -> PROPOSED
                        AcceptCeasefire, CeasefireAccepted: PROPOSED -> AGREED?; AGREED,REJECTED -> same
                        RejectCeasefire, CeasefireRejected: PROPOSED,AGREED -> REJECTED
                        DeclareCeasefire, CeasefireTookEffect: -,PROPOSED,AGREED,REJECTED,ENDED -> IN_FORCE
                        AllegeViolation, CeasefireViolationAlleged: IN_FORCE -> same
                        EndCeasefire, CeasefireEnded: IN_FORCE -> ENDED""").isTheRule();
    }

    @Test
    void isRejectedByOneSide() {
        Story story = given(ceasefireProposed("2025-08-13~"))
                .when(rejectCeasefire("2025-08-15"))
                .then(ceasefireRejected())
                .thenState(REJECTED);

        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(story.detail(CeasefireDetail.class).rejectedBy()).isEqualTo(parties("RUS"));
    }

    @Test
    void isAgreedOnlyOnceEveryoneWhoMustHasAccepted() {
        Story story = given(ceasefireProposed("2025-08-13"))
                .when(acceptCeasefire("2025-08-14", "UKR"))
                .thenState(PROPOSED)
                .when(acceptCeasefire("2025-08-15", "EU"))
                .thenState(PROPOSED)
                .when(acceptCeasefire("2025-08-16", "RUS"))
                .thenState(AGREED);

        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-08-16"));
        assertThat(story.detail(CeasefireDetail.class).acceptedBy()).isEqualTo(parties("UKR", "EU", "RUS"));
        assertThat(story.detail(CeasefireDetail.class).consentOf()).isEqualTo(parties("RUS", "UKR"));
    }

    @Test
    void isAgreedWhenAllAcceptTogether() {
        given(ceasefireProposed("2025-08-13"))
                .when(acceptCeasefire("2025-08-14", "RUS", "UKR"))
                .thenState(AGREED);
    }

    @Test
    void countsConsentsAnewAfterAnAmendment() {
        Story story = given(
                        ceasefireProposed("2025-08-13"),
                        acceptCeasefire("2025-08-14", "UKR"),
                        acceptCeasefire("2025-08-15", "RUS"))
                .when(amendCeasefire("2025-08-16"))
                .thenState(PROPOSED)
                .when(acceptCeasefire("2025-08-17", "RUS"))
                .thenState(PROPOSED);

        assertThat(story.detail(CeasefireDetail.class).terms()).isEqualTo("sixty days");
        assertThat(story.detail(CeasefireDetail.class).acceptedBy()).isEqualTo(parties("RUS"));
        story.when(acceptCeasefire("2025-08-18", "UKR")).thenState(AGREED);
    }

    @Test
    void countsConsentsAnewAfterAnotherProposal() {
        given(
                        ceasefireProposed("2025-08-13"),
                        acceptCeasefire("2025-08-14", "UKR"),
                        rejectCeasefire("2025-08-15"),
                        ceasefireProposed("2025-08-16"))
                .when(acceptCeasefire("2025-08-17", "RUS"))
                .thenState(PROPOSED);
    }

    @Test
    void aLateConsentBeforeTheAmendmentDoesNotCountAfterIt() {
        given(ceasefireProposed("2025-08-13"), amendCeasefire("2025-08-16"), acceptCeasefire("2025-08-17", "RUS"))
                .when(acceptCeasefire("2025-08-14", "UKR"))
                .thenState(PROPOSED);
    }

    @Test
    void anAcceptanceAfterARejectionDoesNotUndoIt() {
        given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-08-15"))
                .when(acceptCeasefire("2025-08-16", "RUS", "UKR"))
                .thenState(REJECTED);
    }

    @Test
    void whoRejectsWhatItHadAcceptedAcceptsItNoLonger() {
        CeasefireDetail detail = given(
                        ceasefireProposed("2025-08-13"),
                        acceptCeasefire("2025-08-14", "RUS", "UKR"),
                        rejectCeasefire("2025-08-15"))
                .thenState(REJECTED)
                .detail(CeasefireDetail.class);

        assertThat(detail.acceptedBy()).isEqualTo(parties("UKR"));
        assertThat(detail.rejectedBy()).isEqualTo(parties("RUS"));
    }

    @Test
    void aTruceCanBeDeclaredOutOfNothingEndedAndDeclaredAgain() {
        CeasefireDetail detail = given(declareCeasefire("2025-05-08", "RUS"), allegeViolation("2025-05-09"))
                .thenState(IN_FORCE)
                .when(endCeasefire("2025-05-10"))
                .thenState(ENDED)
                .when(declareCeasefire("2025-06-01", "RUS", "UKR"))
                .thenState(IN_FORCE)
                .detail(CeasefireDetail.class);

        assertThat(detail.declaredBy()).isEqualTo(parties("RUS", "UKR"));
        assertThat(detail.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.by()).isEqualTo(parties("UKR"));
            assertThat(violation.against()).isEqualTo(parties("RUS"));
            assertThat(violation.occurred()).isEqualTo(Edtf.parse("2025-05-09"));
        });
    }

    @Test
    void cannotBeRejectedOnceItIsInForce() {
        NotPossible refusal = given(declareCeasefire("2025-08-13", "RUS"))
                .when(rejectCeasefire("2025-08-15"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("IN_FORCE");
        assertThat(refusal.since()).isEqualTo(Edtf.parse("2025-08-13"));
        assertThat(refusal.allowed()).containsExactly("AllegeViolation", "EndCeasefire");
    }

    @Test
    void cannotBeginWithItsEnd() {
        UnknownMatter refusal = given().when(endCeasefire("2025-08-15")).thenRefused(UnknownMatter.class);

        assertThat(refusal.allowed()).containsExactly("ProposeCeasefire", "DeclareCeasefire");
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }
}
