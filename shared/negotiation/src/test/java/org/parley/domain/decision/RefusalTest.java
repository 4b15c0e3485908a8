package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.endCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dated;
import static org.parley.domain.scenario.CommandFixtures.editorial;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.titled;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.CommandFixtures.withoutSource;
import static org.parley.domain.scenario.Scenario.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireCommand.ExtendCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.UnknownDevelopment;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.editorial.EditorialCommand.DisputeDevelopment;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.question.QuestionCommand.RaiseQuestion;
import org.parley.domain.question.Theme;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class RefusalTest {

    @Test
    void unknownMatter() {
        UnknownMatter refusal = given().when(rejectCeasefire("2025-08-15")).thenRefused(UnknownMatter.class);

        assertThat(refusal.matter()).hasToString("ukraine-2025/ceasefire/alaska");
        assertThat(refusal.text()).contains("RejectCeasefire", "ProposeCeasefire", "DeclareCeasefire");
    }

    @Test
    void unknownParty() {
        UnknownParties refusal = given().when(on(
                        "2025-08-13",
                        new ProposeCeasefire(Actors.of("USA", "CHN"), null, Actors.of("RUS", "IND"), null, null, null)))
                .thenRefused(UnknownParties.class);

        assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/by/1/party", "/consentOf/1/party");
        assertThat(refusal.faults().get(0).detail()).contains("CHN");
    }

    @Test
    void unknownPartyInAReplacementOrDispute() {
        Scenario story = given(named("proposal", ceasefireProposed("2025-08-13")));
        UnknownParties refusal = story.when(correct(
                        "proposal",
                        on(
                                "2025-08-13",
                                new ProposeCeasefire(Actors.of("CHN"), null, Actors.of("RUS"), null, null, null))))
                .thenRefused(UnknownParties.class);
        assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/replacement/by/0/party");

        story.when(editorial(new DisputeDevelopment(CommandFixtures.id("proposal"), Actors.of("CHN"), "no")))
                .thenRefused(UnknownParties.class);
    }

    @Test
    void missingDateAndSource() {
        Invalid refusal = given().when(
                        undated(new ProposeCeasefire(Actors.of("USA"), null, Actors.of("RUS"), null, null, null)))
                .thenRefused(Invalid.class);

        assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/occurred", "/evidence");
    }

    @Test
    void missingSource() {
        Invalid refusal =
                given().when(withoutSource(ceasefireProposed("2025-08-13"))).thenRefused(Invalid.class);

        assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/evidence");
    }

    @Test
    void missingOrFutureDateOfAReplacement() {
        Scenario story = given(named("proposal", ceasefireProposed("2025-08-13")));

        assertThat(story.when(correct("proposal", dated(null, ceasefireProposed("2025-08-13"))))
                        .thenRefused(Invalid.class)
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/replacement/occurred");
        assertThat(story.when(correct("proposal", ceasefireProposed("2025-09-03")))
                        .thenRefused(Invalid.class)
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/replacement/occurred");
    }

    @Test
    void contextCommandsNeedNeitherDateNorSource() {
        given().when(undated(new OpenNegotiation("Talks", null))).thenRecorded();
        given().when(undated(new RaiseQuestion("Who?", Theme.JUSTICE))).thenRecorded();
    }

    @Test
    void titleInACommandThatDoesNotBeginAMatter() {
        Scenario story = given(titled("The Alaska truce", ceasefireProposed("2025-08-13")));
        assertThat(story.state().orElseThrow().title()).isEqualTo("The Alaska truce");

        Invalid refusal = story.when(titled("Another", acceptCeasefire("2025-08-14", "RUS")))
                .thenRefused(Invalid.class);
        assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/title");
    }

    @Test
    void aLateTitleAppliesUntilTheNextOne() {
        Scenario story = given(
                titled("First", ceasefireProposed("2025-08-13")),
                rejectCeasefire("2025-08-14"),
                titled("Third", ceasefireProposed("2025-08-20")),
                rejectCeasefire("2025-08-21"));
        assertThat(story.asOf("2025-08-15").orElseThrow().title()).isEqualTo("First");
        assertThat(story.state().orElseThrow().title()).isEqualTo("Third");
    }

    @Test
    void aPlanMayBeInTheFutureButNotItsAnnouncement() {
        ScheduleMeeting plan = new ScheduleMeeting(Edtf.parse("2030"), null, null, Actors.of("RUS"), null, null, null);

        given().when(on("2025-08-13", plan)).thenRecorded();
        given().when(on("2025-09-03", plan)).thenRefused(Invalid.class);
    }

    @Test
    void unknownDevelopment() {
        UnknownDevelopment refusal =
                given(ceasefireProposed("2025-08-13")).when(retract("nothing")).thenRefused(UnknownDevelopment.class);

        assertThat(refusal.text()).contains(CommandFixtures.id("nothing").toString());
    }

    @Test
    void correctionOutsideItsMatter() {
        Invalid refusal = given(named("proposal", ceasefireProposed("2025-08-13")))
                .when(correct("proposal", undated(new RaiseQuestion("Who?", Theme.JUSTICE))))
                .thenRefused(Invalid.class);

        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/replacement/command");
            assertThat(fault.detail()).contains("RaiseQuestion", "retract");
        });
    }

    @Test
    void namesEverythingThatWouldFall() {
        Scenario story = given(
                named("proposal", ceasefireProposed("2025-08-13")),
                named("acceptance", acceptCeasefire("2025-08-14", "RUS")),
                named("rejection", rejectCeasefire("2025-08-15")));
        Refusal.NotPossible refusal = story.when(retract("proposal")).thenRefused(Refusal.NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(CommandFixtures.id("acceptance"));
        assertThat(refusal.conflicts())
                .extracting(Refusal.NotPossible.Conflict::developmentId)
                .containsExactly(CommandFixtures.id("acceptance"), CommandFixtures.id("rejection"));
        assertThat(refusal.text())
                .contains(CommandFixtures.id("rejection").toString(), "Retract or correct those first");
    }

    @Test
    void offersNothingThatIsThenRefused() {
        Refusal.NotPossible refusal = given(ceasefireProposed("2025-08-13"), acceptCeasefire("2025-08-20", "RUS"))
                .when(endCeasefire("2025-08-15"))
                .thenRefused(Refusal.NotPossible.class);

        assertThat(refusal.allowed()).contains("AmendCeasefire", "WithdrawCeasefireProposal");
        assertThat(refusal.text())
                .contains("AmendCeasefire", "AcceptCeasefire", "DeclareCeasefire")
                .doesNotContain("WithdrawCeasefireProposal");
    }

    @Test
    void saysTheDateBeforeALongClause() {
        Actors many = new Actors(List.of(
                new Actor(new PartyCode("USA"), "the Secretary of State"),
                new Actor(new PartyCode("GBR"), "the Foreign Secretary"),
                new Actor(new PartyCode("FRA"), "the Minister of Europe and Foreign Affairs")));
        Refusal.NotPossible refusal = given(ceasefireProposed("2025-08-13"))
                .when(on("2025-08-14", new ProposeCeasefire(many, null, Actors.of("RUS"), null, null, null)))
                .thenRefused(Refusal.NotPossible.class);

        assertThat(refusal.text()).startsWith("Cannot record that on 14 August 2025 USA (the Secretary of State), GBR");
    }

    @Test
    void saysTheDateBeforeAClauseThatEndsWithAnotherDate() {
        Refusal.NotPossible refusal = given(named("proposal", ceasefireProposed("2025-08-13")))
                .when(on("2025-08-14", new ExtendCeasefire(Edtf.parse("2025-08-30"), null)))
                .thenRefused(Refusal.NotPossible.class);

        assertThat(refusal.message().english())
                .startsWith("Cannot record that on 14 August 2025 the ceasefire “alaska” was extended"
                        + " until 30 August 2025: ");
        assertThat(refusal.message().spanish())
                .startsWith("No se puede registrar que el 14 de agosto de 2025 se prorrogó el alto el fuego «alaska»"
                        + " hasta el 30 de agosto de 2025: ");
    }

    @Test
    void saysTheDateBeforeAClauseWithAnAddition() {
        Refusal.NotPossible refusal = given(
                        named("proposal", ceasefireProposed("2025-08-13")),
                        named("acceptance", acceptCeasefire("2025-08-14", "RUS")))
                .when(retract("proposal"))
                .thenRefused(Refusal.NotPossible.class);

        assertThat(refusal.message().english())
                .startsWith("Cannot retract that on 13 August 2025 USA proposed the ceasefire “alaska”,"
                        + " which needs the consent of RUS and UKR (development ")
                .contains(": RUS accepted the ceasefire “alaska” on 14 August 2025 (development ");
        assertThat(refusal.message().spanish())
                .startsWith("No es posible retractarse de que el 13 de agosto de 2025 USA propuso el alto el fuego"
                        + " «alaska», que requiere el consentimiento de RUS y UKR (entrada ")
                .contains(": de ello depende esta entrada: RUS aceptó el alto el fuego «alaska»"
                        + " el 14 de agosto de 2025 (entrada ");
    }

    @Test
    void isRepeatable() {
        Scenario story = given(ceasefireProposed("2025-08-13"));
        String first = story.when(endCeasefire("2025-08-14"))
                .thenRefused(Refusal.NotPossible.class)
                .text();

        assertThat(story.when(endCeasefire("2025-08-14"))
                        .thenRefused(Refusal.NotPossible.class)
                        .text())
                .isEqualTo(first);
    }
}
