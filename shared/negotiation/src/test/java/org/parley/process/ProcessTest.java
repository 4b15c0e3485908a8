package org.parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.dated;
import static org.parley.history.Telling.id;
import static org.parley.history.Telling.on;
import static org.parley.history.Telling.titled;
import static org.parley.history.Telling.undated;
import static org.parley.process.ProcessStatus.BROKEN_OFF;
import static org.parley.process.ProcessStatus.CONCLUDED;
import static org.parley.process.ProcessStatus.OPEN;
import static org.parley.process.ProcessStatus.SUSPENDED;

import org.junit.jupiter.api.Test;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.NotPossible;
import org.parley.history.Refusal.UnknownMatter;
import org.parley.history.Refusal.UnknownParties;
import org.parley.history.Refusal.VoiceMayNot;
import org.parley.history.Story;
import org.parley.matter.Kind;
import org.parley.matter.LifecycleTable;
import org.parley.matter.MatterState;
import org.parley.party.Actors;
import org.parley.party.Party;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.party.PartyRole;
import org.parley.process.ProcessCommand.AdmitParty;
import org.parley.process.ProcessCommand.BreakOffTalks;
import org.parley.process.ProcessCommand.ConcludeNegotiation;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.process.ProcessCommand.RecordWithdrawal;
import org.parley.process.ProcessCommand.ReopenNegotiation;
import org.parley.process.ProcessCommand.ResumeTalks;
import org.parley.process.ProcessCommand.SuspendTalks;
import org.parley.time.Edtf;

class ProcessTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(Kind.NEGOTIATION, """
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
        Story story = given(opened("2025-08-01"), on("2025-08-02", new SuspendTalks(null, null)))
                .when(admitted("POL", PartyKind.STATE))
                .thenState(SUSPENDED);

        assertThat(story.effectiveTypes()).containsExactly("NegotiationOpened", "PartyAdmitted", "TalksSuspended");
        assertThat(story.asOf("2025-08-01")).map(MatterState::status).contains(OPEN);
        assertThat(story.asOf("2025-07-31")).isEmpty();
        assertThat(story.asOf("2025-08-01").orElseThrow().detail())
                .isInstanceOfSatisfying(ProcessDetail.class, detail -> assertThat(detail.parties())
                        .extracting(party -> party.code().text())
                        .containsExactly("POL"));
    }

    @Test
    void updatesAPartyAndRecordsWithdrawals() {
        Story story = given(
                undated(new OpenNegotiation("Talks", null)),
                admitted("POL", PartyKind.STATE),
                admitted("BLR", PartyKind.STATE),
                admitted("POL", PartyKind.UNION),
                on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null)));

        assertThat(story.detail(ProcessDetail.class).parties())
                .extracting(party -> party.code().text(), Party::kind, Party::withdrawn)
                .containsExactly(tuple("POL", PartyKind.UNION, false), tuple("BLR", PartyKind.STATE, true));
    }

    @Test
    void anAdmissionWithoutADateDoesNotBringAPartyBack() {
        Story story = given(
                opened("2025-08-01"),
                as("first", admitted("BLR", PartyKind.STATE)),
                as("withdrawal", on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null))));

        NotPossible refusal = story.when(admitted("BLR", PartyKind.STATE)).thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .contains("BLR withdrew", "on 2 August 2025", id("withdrawal").toString(), "the date on which");
        assertThat(refusal.conflictsWith()).isEqualTo(id("withdrawal"));
        assertThat(refusal.conflictOccurred()).hasToString("2025-08-02");
        story.when(correct("first", admitted("BLR", PartyKind.UNION)))
                .thenRecorded()
                .when(as("back", dated(Edtf.parse("2025-08-03"), admitted("BLR", PartyKind.STATE))))
                .thenRecorded();
        assertThat(story.detail(ProcessDetail.class).parties())
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

    private static LogDevelopment opened(String date) {
        return titled("Talks", on(date, new OpenNegotiation("Talks", null)));
    }

    private static LogDevelopment admitted(String code, PartyKind kind) {
        return undated(new AdmitParty(new PartyCode(code), "the " + code, kind, null));
    }
}
