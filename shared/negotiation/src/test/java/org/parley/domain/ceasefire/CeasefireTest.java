package org.parley.domain.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.allegeViolation;
import static org.parley.domain.ceasefire.CeasefireFixtures.amendCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.announceCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.answerWithConditions;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireRejected;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.endCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.withdrawCeasefireProposal;
import static org.parley.domain.ceasefire.CeasefireStatus.AGREED;
import static org.parley.domain.ceasefire.CeasefireStatus.ANNOUNCED;
import static org.parley.domain.ceasefire.CeasefireStatus.ENDED;
import static org.parley.domain.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.domain.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.domain.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.domain.ceasefire.CeasefireStatus.WITHDRAWN;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.AmendCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.DeclareCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.ExtendCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.LetCeasefireExpire;
import org.parley.domain.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAnswered;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.language.Language;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.time.Edtf;

class CeasefireTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.CEASEFIRE, """
                        AnnounceCeasefire, CeasefireAnnounced: -,REJECTED,WITHDRAWN,ENDED -> ANNOUNCED new; PROPOSED,AGREED -> ANNOUNCED
                        ProposeCeasefire, CeasefireProposed: -,REJECTED,WITHDRAWN,ENDED -> PROPOSED new
                        AmendCeasefire, CeasefireAmended: PROPOSED,AGREED -> PROPOSED; IN_FORCE -> same
                        AcceptCeasefire, CeasefireAccepted: PROPOSED,REJECTED -> AGREED?; ANNOUNCED,AGREED,IN_FORCE -> same
                        AnswerWithConditions, CeasefireAnswered: AGREED -> PROPOSED?; ANNOUNCED,PROPOSED,REJECTED,IN_FORCE -> same
                        RejectCeasefire, CeasefireRejected: PROPOSED,AGREED -> REJECTED?; REJECTED -> same !; ANNOUNCED,IN_FORCE -> same
                        WithdrawCeasefireProposal, CeasefireProposalWithdrawn: ANNOUNCED,PROPOSED,AGREED -> WITHDRAWN; REJECTED -> same
                        DeclareCeasefire, CeasefireTookEffect: -,REJECTED,WITHDRAWN,ENDED -> IN_FORCE new; ANNOUNCED,PROPOSED,AGREED -> IN_FORCE
                        ExtendCeasefire, CeasefireExtended: IN_FORCE -> same
                        AllegeViolation, CeasefireViolationAlleged: AGREED,IN_FORCE,ENDED -> same
                        EndCeasefire, CeasefireEnded: IN_FORCE -> ENDED
                        LetCeasefireExpire, CeasefireExpired: IN_FORCE -> ENDED""").isTheRule();
    }

    @Test
    void isRejectedByOneParty() {
        Scenario story = given(ceasefireProposed("2025-08-13~"))
                .when(rejectCeasefire("2025-08-15"))
                .then(ceasefireRejected())
                .thenState(REJECTED);

        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(story.detail(CeasefireDetail.class).rejectedBy()).isEqualTo(parties("RUS"));
    }

    @Test
    void isAgreedOnlyOnceAllConsent() {
        Scenario story = given(ceasefireProposed("2025-08-13"))
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
    void anAmendmentResetsConsents() {
        Scenario story = given(
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
    void anotherProposalResetsConsents() {
        given(
                        ceasefireProposed("2025-08-13"),
                        acceptCeasefire("2025-08-14", "UKR"),
                        rejectCeasefire("2025-08-15"),
                        ceasefireProposed("2025-08-16"))
                .when(acceptCeasefire("2025-08-17", "RUS"))
                .thenState(PROPOSED);
    }

    @Test
    void aLateConsentBeforeAnAmendmentHasNoEffectAfterIt() {
        given(ceasefireProposed("2025-08-13"), amendCeasefire("2025-08-16"), acceptCeasefire("2025-08-17", "RUS"))
                .when(acceptCeasefire("2025-08-14", "UKR"))
                .thenState(PROPOSED);
    }

    @Test
    void isAgreedAfterARejectionOnceAllConsent() {
        given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-08-15"))
                .when(acceptCeasefire("2025-08-16", "UKR"))
                .thenState(REJECTED)
                .when(acceptCeasefire("2025-08-17", "RUS"))
                .thenState(AGREED);
    }

    @Test
    void aRefusalByAnotherPartyDecidesNothing() {
        CeasefireDetail detail = given(ceasefireProposed("2025-08-13"))
                .when(rejectCeasefire("2025-08-14", "EU"))
                .thenState(PROPOSED)
                .when(acceptCeasefire("2025-08-15", "RUS", "UKR"))
                .thenState(AGREED)
                .when(rejectCeasefire("2025-08-16", "EU"))
                .thenState(AGREED)
                .detail(CeasefireDetail.class);

        assertThat(detail.rejectedBy()).isEqualTo(parties("EU"));
    }

    @Test
    void aPartyCannotRejectTwice() {
        Scenario story = given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-08-15"));
        NotPossible refusal = story.when(rejectCeasefire("2025-08-16")).thenRefused(NotPossible.class);
        assertThat(refusal.text()).contains("RUS rejected it already");
        assertThat(refusal.state()).isEqualTo("REJECTED");

        story.when(rejectCeasefire("2025-08-16", "RUS", "UKR"))
                .thenState(REJECTED)
                .when(acceptCeasefire("2025-08-17", "RUS"))
                .thenState(REJECTED)
                .when(rejectCeasefire("2025-08-18"))
                .thenState(REJECTED);
    }

    @Test
    void aLateRefusalConflictsWithALaterOne() {
        NotPossible refusal = given(
                        ceasefireProposed("2025-08-13"),
                        rejectCeasefire("2025-08-14", "UKR"),
                        named("refusal", rejectCeasefire("2025-08-16")))
                .when(rejectCeasefire("2025-08-15"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(CommandFixtures.id("refusal"));
        assertThat(refusal.text()).contains("RUS rejected it already");
    }

    @Test
    void aConditionalAnswerIsNoConsent() {
        CeasefireDetail detail = given(ceasefireProposed("2025-08-13"), acceptCeasefire("2025-08-14", "UKR"))
                .when(answerWithConditions("2025-08-15", "RUS"))
                .then(new CeasefireAnswered(Actors.of("RUS"), "no more arms"))
                .thenState(PROPOSED)
                .detail(CeasefireDetail.class);

        assertThat(detail.acceptedBy()).isEqualTo(parties("UKR"));
        assertThat(detail.conditionalBy()).containsExactly(new ConditionalAnswer(new PartyCode("RUS"), "no more arms"));
    }

    @Test
    void anAcceptanceWithConditionsBecomesAnAnswerWithConditions() {
        given(ceasefireProposed("2025-08-13"), acceptCeasefire("2025-08-14", "UKR"))
                .when(on("2025-08-15", new AcceptCeasefire(Actors.of("RUS"), "no more arms")))
                .then(new CeasefireAnswered(Actors.of("RUS"), "no more arms"))
                .thenState(PROPOSED);
    }

    @Test
    void aConditionalAnswerRevokesANecessaryConsent() {
        Scenario story = given(ceasefireProposed("2025-08-13"), acceptCeasefire("2025-08-14", "RUS", "UKR"))
                .when(answerWithConditions("2025-08-15", "EU"))
                .thenState(AGREED)
                .when(answerWithConditions("2025-08-16", "UKR"))
                .thenState(PROPOSED);
        assertThat(story.detail(CeasefireDetail.class).acceptedBy()).isEqualTo(parties("RUS"));

        CeasefireDetail detail = story.when(acceptCeasefire("2025-08-17", "UKR"))
                .thenState(AGREED)
                .detail(CeasefireDetail.class);
        assertThat(detail.conditionalBy()).extracting(ConditionalAnswer::party).containsExactly(new PartyCode("EU"));
    }

    @Test
    void canBeWithdrawnAlsoAfterARejection() {
        given(ceasefireProposed("2025-08-13"))
                .when(withdrawCeasefireProposal("2025-08-14"))
                .thenState(WITHDRAWN)
                .when(ceasefireProposed("2025-08-15"))
                .thenState(PROPOSED)
                .when(rejectCeasefire("2025-08-16"))
                .thenState(REJECTED)
                .when(withdrawCeasefireProposal("2025-08-17"))
                .thenState(REJECTED);
    }

    @Test
    void anAmendmentInForceResetsTheAnswersOnly() {
        CeasefireDetail detail = given(
                        ceasefireProposed("2025-08-13"),
                        acceptCeasefire("2025-08-14", "RUS", "UKR"),
                        declareCeasefire("2025-08-15", "USA"))
                .when(amendCeasefire("2025-08-16"))
                .thenState(IN_FORCE)
                .detail(CeasefireDetail.class);

        assertThat(detail.acceptedBy()).isEqualTo(Parties.NONE);
        assertThat(detail.declaredBy()).isEqualTo(parties("USA"));
    }

    @Test
    void aTruceAfterAProposalKeepsItsAnswers() {
        CeasefireDetail detail = given(ceasefireProposed("2025-08-13"), acceptCeasefire("2025-08-14", "RUS"))
                .when(on("2025-08-15", new DeclareCeasefire(null, null, "the Black Sea", Edtf.parse("2025-09-15"))))
                .thenState(IN_FORCE)
                .detail(CeasefireDetail.class);

        assertThat(detail.acceptedBy()).isEqualTo(parties("RUS"));
        assertThat(detail.by()).isEqualTo(parties("USA"));
        assertThat(detail.scope()).isEqualTo("the Black Sea");
        assertThat(detail.until()).isEqualTo(Edtf.parse("2025-09-15"));
    }

    @Test
    void aRejectionRevokesTheConsent() {
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
    void aTruceCanBeginAMatterAndTheStateSaysWhoEndedIt() {
        CeasefireDetail detail = given(declareCeasefire("2025-05-08", "RUS"), allegeViolation("2025-05-09"))
                .thenState(IN_FORCE)
                .when(endCeasefire("2025-05-10"))
                .thenState(ENDED)
                .when(allegeViolation("2025-05-11"))
                .thenState(ENDED)
                .detail(CeasefireDetail.class);
        assertThat(detail.endedBy()).isEqualTo(parties("RUS"));
        assertThat(detail.violationsCount()).isEqualTo(2);
        assertThat(detail.violations()).first().satisfies(violation -> {
            assertThat(violation.by()).isEqualTo(parties("UKR"));
            assertThat(violation.against()).isEqualTo(parties("RUS"));
            assertThat(violation.occurred()).isEqualTo(Edtf.parse("2025-05-09"));
        });
    }

    @Test
    void aNewTruceInheritsNothing() {
        CeasefireDetail detail = given(
                        declareCeasefire("2025-05-08", "RUS"),
                        allegeViolation("2025-05-09"),
                        endCeasefire("2025-05-10"),
                        declareCeasefire("2025-06-01", "RUS", "UKR"))
                .thenState(IN_FORCE)
                .detail(CeasefireDetail.class);

        assertThat(detail.declaredBy()).isEqualTo(parties("RUS", "UKR"));
        assertThat(detail.endedBy()).isEqualTo(Parties.NONE);
        assertThat(detail.violations()).isEmpty();
        assertThat(detail.violationsCount()).isZero();
    }

    @Test
    void cannotBeWithdrawnOnceItIsInForce() {
        NotPossible refusal = given(declareCeasefire("2025-08-13", "RUS"))
                .when(withdrawCeasefireProposal("2025-08-15"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("IN_FORCE");
        assertThat(refusal.since()).isEqualTo(Edtf.parse("2025-08-13"));
        assertThat(refusal.allowed())
                .containsExactly(
                        "AmendCeasefire",
                        "AcceptCeasefire",
                        "AnswerWithConditions",
                        "RejectCeasefire",
                        "ExtendCeasefire",
                        "AllegeViolation",
                        "EndCeasefire",
                        "LetCeasefireExpire");
    }

    @Test
    void aTruceOfOthersIsAnsweredWhileItIsInForce() {
        CeasefireDetail detail = given(
                        declareCeasefire("2025-08-13", "RUS"),
                        rejectCeasefire("2025-08-14", "UKR"),
                        answerWithConditions("2025-08-15", "EU"))
                .thenState(IN_FORCE)
                .detail(CeasefireDetail.class);

        assertThat(detail.rejectedBy()).isEqualTo(parties("UKR"));
        assertThat(detail.conditionalBy()).extracting(ConditionalAnswer::party).containsExactly(new PartyCode("EU"));
    }

    @Test
    void cannotBeginWithItsEnd() {
        UnknownMatter refusal = given().when(endCeasefire("2025-08-15")).thenRefused(UnknownMatter.class);

        assertThat(refusal.allowed()).containsExactly("AnnounceCeasefire", "ProposeCeasefire", "DeclareCeasefire");
    }

    @Test
    void anAnnouncedTruceIsAnsweredAndThenDeclared() {
        CeasefireDetail detail = given(announceCeasefire("2025-04-17"))
                .thenState(ANNOUNCED)
                .when(acceptCeasefire("2025-04-18", "UKR"))
                .thenState(ANNOUNCED)
                .when(answerWithConditions("2025-04-18", "EU"))
                .thenState(ANNOUNCED)
                .when(rejectCeasefire("2025-04-18", "USA"))
                .thenState(ANNOUNCED)
                .when(declareCeasefire("2025-04-19", "RUS"))
                .thenState(IN_FORCE)
                .detail(CeasefireDetail.class);

        assertThat(detail.by()).isEqualTo(parties("RUS"));
        assertThat(detail.announcedBy()).isEqualTo(parties("RUS"));
        assertThat(detail.from()).isEqualTo(Edtf.parse("2025-04-19"));
        assertThat(detail.until()).isEqualTo(Edtf.parse("2025-04-21"));
        assertThat(detail.scope()).isEqualTo("the whole front");
        assertThat(detail.acceptedBy()).isEqualTo(parties("UKR"));
        assertThat(detail.rejectedBy()).isEqualTo(parties("USA"));
    }

    @Test
    void anAnnouncedTruceCanBeCalledOffAndAnnouncedAgainWithAnEmptyBook() {
        CeasefireDetail detail = given(announceCeasefire("2025-04-17"), acceptCeasefire("2025-04-18", "UKR"))
                .when(withdrawCeasefireProposal("2025-04-18"))
                .thenState(WITHDRAWN)
                .when(announceCeasefire("2025-05-01"))
                .thenState(ANNOUNCED)
                .detail(CeasefireDetail.class);

        assertThat(detail.acceptedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void anAnnouncementOfWhatIsProposedKeepsTheAnswers() {
        CeasefireDetail detail = given(ceasefireProposed("2025-04-10"), acceptCeasefire("2025-04-11", "RUS"))
                .when(announceCeasefire("2025-04-17"))
                .thenState(ANNOUNCED)
                .detail(CeasefireDetail.class);

        assertThat(detail.by()).isEqualTo(parties("USA"));
        assertThat(detail.announcedBy()).isEqualTo(parties("RUS"));
        assertThat(detail.acceptedBy()).isEqualTo(parties("RUS"));
        assertThat(detail.terms()).isEqualTo("thirty days");
    }

    @Test
    void cannotBeAnnouncedWhileItIsInForce() {
        NotPossible refusal = given(declareCeasefire("2025-04-16", "RUS"))
                .when(announceCeasefire("2025-04-17"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("IN_FORCE");
    }

    @Test
    void isExtendedWhileItIsInForceAndExpiresWithoutAnybodyEndingIt() {
        CeasefireDetail detail = given(declareCeasefire("2025-05-08", "RUS"))
                .when(on("2025-05-09", new ExtendCeasefire(Edtf.parse("2025-05-15"), Actors.of("RUS"))))
                .thenState(IN_FORCE)
                .when(on("2025-05-16", new LetCeasefireExpire(null)))
                .thenState(ENDED)
                .detail(CeasefireDetail.class);
        assertThat(detail.until()).isEqualTo(Edtf.parse("2025-05-15"));
        assertThat(detail.endedBy()).isEqualTo(Parties.NONE);

        given(ceasefireProposed("2025-05-08"))
                .when(on("2025-05-09", new ExtendCeasefire(Edtf.parse("2025-05-15"), null)))
                .thenRefused(NotPossible.class);
        given(ceasefireProposed("2025-05-08"))
                .when(on("2025-05-09", new LetCeasefireExpire(null)))
                .thenRefused(NotPossible.class);
    }

    @Test
    void aProposalKeepsWhoPassedItOn() {
        Scenario story = given(on(
                "2025-08-13",
                new ProposeCeasefire(Actors.of("RUS"), null, Actors.of("UKR"), null, null, Actors.of("USA", "EU"))));

        assertThat(story.detail(CeasefireDetail.class).via()).isEqualTo(parties("USA", "EU"));
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }

    @Test
    void whoProposesIsLeftOutOfConsentOf() {
        Scenario story = given(on(
                        "2025-08-13",
                        new ProposeCeasefire(Actors.of("USA"), null, Actors.of("RUS", "USA"), null, null, null)))
                .when(on("2025-08-14", new AcceptCeasefire(Actors.of("RUS"), null)))
                .thenState(AGREED);
        assertThat(story.detail(CeasefireDetail.class).consentOf()).isEqualTo(parties("RUS"));

        story.when(on("2025-08-15", new AmendCeasefire(Actors.of("RUS"), "longer", Actors.of("USA", "RUS"))))
                .thenState(PROPOSED);
        assertThat(story.detail(CeasefireDetail.class).consentOf()).isEqualTo(parties("USA"));
    }

    @Test
    void aProposalThatNamesNobodyElseKeepsTheConsentThatItNames() {
        Scenario story = given(
                on("2025-08-13", new ProposeCeasefire(Actors.of("USA"), null, Actors.of("USA"), null, null, null)));

        assertThat(story.detail(CeasefireDetail.class).consentOf()).isEqualTo(parties("USA"));
    }

    @Test
    void aSentenceNamesNoConsentOfWhoProposes() {
        assertThat(proposal(Language.ENGLISH, "RUS", "USA"))
                .isEqualTo("On 13 August 2025, USA proposed the ceasefire “alaska”, which needs the consent of RUS.");
        assertThat(proposal(Language.SPANISH, "RUS", "USA"))
                .isEqualTo("El 13 de agosto de 2025, USA propuso el alto el fuego «alaska»,"
                        + " que requiere el consentimiento de RUS.");
        assertThat(proposal(Language.ENGLISH, "USA"))
                .isEqualTo("On 13 August 2025, USA proposed the ceasefire “alaska”.");
        assertThat(proposal(Language.SPANISH, "USA"))
                .isEqualTo("El 13 de agosto de 2025, USA propuso el alto el fuego «alaska».");
    }

    private static String proposal(Language language, String... consentOf) {
        Scenario story = given(
                on("2025-08-13", new ProposeCeasefire(Actors.of("USA"), null, Actors.of(consentOf), null, null, null)));
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().getLast(), language);
    }
}
