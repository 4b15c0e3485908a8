package org.parley.domain.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.domain.negotiation.NegotiationStatus.BROKEN_OFF;
import static org.parley.domain.negotiation.NegotiationStatus.CONCLUDED;
import static org.parley.domain.negotiation.NegotiationStatus.OPEN;
import static org.parley.domain.negotiation.NegotiationStatus.SUSPENDED;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dated;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.titled;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.BreakOffTalks;
import org.parley.domain.negotiation.NegotiationCommand.ConcludeNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.RecordWithdrawal;
import org.parley.domain.negotiation.NegotiationCommand.ReopenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.ResumeTalks;
import org.parley.domain.negotiation.NegotiationCommand.SuspendTalks;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class NegotiationTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.NEGOTIATION, """
                        OpenNegotiation, NegotiationOpened: - -> OPEN
                        AdmitParty, PartyAdmitted: * -> same
                        RecordWithdrawal, PartyWithdrew: * -> same
                        SuspendTalks, TalksSuspended: OPEN -> SUSPENDED
                        ResumeTalks, TalksResumed: SUSPENDED -> OPEN
                        BreakOffTalks, TalksBrokenOff: OPEN,SUSPENDED -> BROKEN_OFF
                        ReopenNegotiation, NegotiationReopened: BROKEN_OFF,CONCLUDED -> OPEN
                        ConcludeNegotiation, NegotiationConcluded: OPEN,SUSPENDED -> CONCLUDED""").isTheRule();
    }

    @Test
    void isSuspendedResumedBrokenOffReopenedAndConcluded() {
        given(opened("2025-08-01"))
                .thenState(OPEN)
                .when(on("2025-08-02", new SuspendTalks(Actors.of("RUS"), null)))
                .thenState(SUSPENDED)
                .when(on("2025-08-03", new ResumeTalks(null, null)))
                .thenState(OPEN)
                .when(on("2025-08-04", new BreakOffTalks(null, "no trust")))
                .thenState(BROKEN_OFF)
                .when(on("2025-08-05", new ReopenNegotiation(null, null)))
                .thenState(OPEN)
                .when(on("2025-08-06", new ConcludeNegotiation("peace")))
                .thenState(CONCLUDED)
                .when(admitted("POL", PartyKind.STATE))
                .thenState(CONCLUDED);
    }

    @Test
    void admitsPartiesWithoutADateThoughItHasOne() {
        Scenario story = given(opened("2025-08-01"), on("2025-08-02", new SuspendTalks(null, null)))
                .when(admitted("POL", PartyKind.STATE))
                .thenState(SUSPENDED);

        assertThat(story.effectiveTypes()).containsExactly("NegotiationOpened", "PartyAdmitted", "TalksSuspended");
        assertThat(story.asOf("2025-08-01")).map(MatterState::status).contains(OPEN);
        assertThat(story.asOf("2025-07-31")).isEmpty();
        assertThat(story.asOf("2025-08-01").orElseThrow().detail())
                .isInstanceOfSatisfying(NegotiationDetail.class, detail -> assertThat(detail.parties())
                        .extracting(party -> party.code().text())
                        .containsExactly("POL"));
    }

    @Test
    void updatesAPartyAndRecordsWithdrawals() {
        Scenario story = given(
                undated(new OpenNegotiation("Talks", null)),
                admitted("POL", PartyKind.STATE),
                admitted("BLR", PartyKind.STATE),
                admitted("POL", PartyKind.UNION),
                on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null)));

        assertThat(story.detail(NegotiationDetail.class).parties())
                .extracting(party -> party.code().text(), Party::kind, Party::withdrawn)
                .containsExactly(tuple("POL", PartyKind.UNION, false), tuple("BLR", PartyKind.STATE, true));
    }

    @Test
    void anAdmissionWithoutADateDoesNotBringAPartyBack() {
        Scenario story = given(
                opened("2025-08-01"),
                named("first", admitted("BLR", PartyKind.STATE)),
                named("withdrawal", on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null))));

        NotPossible refusal = story.when(admitted("BLR", PartyKind.STATE)).thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .contains("BLR withdrew", "on 2 August 2025", id("withdrawal").toString(), "the date on which");
        assertThat(refusal.conflictsWith()).isEqualTo(id("withdrawal"));
        assertThat(refusal.conflictOccurred()).hasToString("2025-08-02");
        story.when(correct("first", admitted("BLR", PartyKind.UNION)))
                .thenRecorded()
                .when(named("back", dated(Edtf.parse("2025-08-03"), admitted("BLR", PartyKind.STATE))))
                .thenRecorded();
        assertThat(story.detail(NegotiationDetail.class).parties())
                .extracting(Party::withdrawn)
                .containsExactly(false);
        story.when(correct("back", admitted("BLR", PartyKind.STATE))).thenRefused(NotPossible.class);
        story.when(admitted("BLR", PartyKind.STATE)).thenRecorded();
    }

    @Test
    void onlyAnAdmittedPartyCanWithdraw() {
        UnknownParties refusal = given(opened("2025-08-01"))
                .when(on("2025-08-02", new RecordWithdrawal(new PartyCode("MDA"), null)))
                .thenRefused(UnknownParties.class);

        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/party");
            assertThat(fault.detail()).contains("MDA");
        });
    }

    @Test
    void aVoiceCannotSuspendTalks() {
        given(opened("2025-08-01"))
                .when(on("2025-08-02", new SuspendTalks(Actors.of("VOX"), null)))
                .thenRefused(VoiceMayNot.class);
    }

    @Test
    void cannotAdmitAPartyBeforeItsOpening() {
        UnknownMatter unopened = given().when(admitted("POL", PartyKind.STATE)).thenRefused(UnknownMatter.class);
        assertThat(unopened.text()).contains("AdmitParty cannot begin it; it can begin with OpenNegotiation");
        NotPossible refusal = given(opened("2025-08-01"))
                .when(on(
                        "2025-07-01",
                        new AdmitParty(new PartyCode("POL"), "Poland", PartyKind.STATE, PartyRole.OBSERVER)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("-");
        assertThat(refusal.conflictOccurred()).hasToString("2025-08-01");
    }

    private static CommandEnvelope opened(String date) {
        return titled("Talks", on(date, new OpenNegotiation("Talks", null)));
    }

    private static CommandEnvelope admitted(String code, PartyKind kind) {
        return undated(new AdmitParty(new PartyCode(code), "the " + code, kind, null));
    }
}
