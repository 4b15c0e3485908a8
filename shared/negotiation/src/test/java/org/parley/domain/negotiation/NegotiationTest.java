package org.parley.domain.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.domain.negotiation.NegotiationStatus.BROKEN_OFF;
import static org.parley.domain.negotiation.NegotiationStatus.CONCLUDED;
import static org.parley.domain.negotiation.NegotiationStatus.NOT_OPENED;
import static org.parley.domain.negotiation.NegotiationStatus.OPEN;
import static org.parley.domain.negotiation.NegotiationStatus.SUSPENDED;
import static org.parley.domain.scenario.CommandFixtures.dated;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.titled;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.Scenario.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.BreakOffTalks;
import org.parley.domain.negotiation.NegotiationCommand.ConcludeNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.ReadmitParty;
import org.parley.domain.negotiation.NegotiationCommand.RecordWithdrawal;
import org.parley.domain.negotiation.NegotiationCommand.ReopenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.ResumeTalks;
import org.parley.domain.negotiation.NegotiationCommand.SuspendParty;
import org.parley.domain.negotiation.NegotiationCommand.SuspendTalks;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartyReadmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartySuspended;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;
import org.parley.domain.party.PartyStanding;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.SentenceNames;

class NegotiationTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.NEGOTIATION, """
                        OpenNegotiation, NegotiationOpened: -,NOT_OPENED -> OPEN
                        AdmitParty, PartyAdmitted: - -> NOT_OPENED; * -> same
                        RecordWithdrawal, PartyWithdrew: - -> NOT_OPENED; * -> same
                        SuspendParty, PartySuspended: - -> NOT_OPENED; * -> same
                        ReadmitParty, PartyReadmitted: * -> same !
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
                .extracting(party -> party.code().text(), Party::kind, Party::standing)
                .containsExactly(
                        tuple("POL", PartyKind.UNION, PartyStanding.PRESENT),
                        tuple("BLR", PartyKind.STATE, PartyStanding.WITHDRAWN));
    }

    @Test
    void anAdmissionEndsNoWithdrawal() {
        Scenario story = given(
                opened("2025-08-01"),
                admitted("BLR", PartyKind.STATE),
                on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null)));

        story.when(admitted("BLR", PartyKind.UNION)).thenRecorded();
        assertThat(standings(story)).containsExactly(PartyStanding.WITHDRAWN);
        story.when(dated(Edtf.parse("2025-08-03"), admitted("BLR", PartyKind.UNION)))
                .thenRecorded();
        assertThat(standings(story)).containsExactly(PartyStanding.WITHDRAWN);
    }

    @Test
    void aReadmissionEndsAWithdrawalAndASuspension() {
        Scenario story = given(
                opened("2025-08-01"),
                admitted("BLR", PartyKind.STATE),
                on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null)),
                on("2025-08-03", new ReadmitParty(new PartyCode("BLR"), "talks resumed")));
        assertThat(standings(story)).containsExactly(PartyStanding.PRESENT);

        story.and(on(
                "2025-08-04",
                new SuspendParty(new PartyCode("BLR"), Actors.of("RUS"), Edtf.parse("2025-09"), "a coup")));
        assertThat(standings(story)).containsExactly(PartyStanding.SUSPENDED);
        story.and(on("2025-08-05", new ReadmitParty(new PartyCode("BLR"), null)));
        assertThat(standings(story)).containsExactly(PartyStanding.PRESENT);
        assertThat(((NegotiationDetail) story.asOf("2025-08-04").orElseThrow().detail()).suspended())
                .isEqualTo(Actors.of("BLR").parties());
    }

    @Test
    void aSuspensionDoesNotEndAWithdrawal() {
        Scenario story = given(
                opened("2025-08-01"),
                admitted("BLR", PartyKind.STATE),
                on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null)),
                on("2025-08-03", new SuspendParty(new PartyCode("BLR"), null, null, null)));
        assertThat(standings(story)).containsExactly(PartyStanding.WITHDRAWN);

        story.and(on("2025-08-04", new ReadmitParty(new PartyCode("BLR"), null)));
        assertThat(standings(story)).containsExactly(PartyStanding.PRESENT);
    }

    @Test
    void onlyAPartyThatWithdrewOrIsSuspendedIsReadmitted() {
        Scenario story = given(opened("2025-08-01"), admitted("BLR", PartyKind.STATE));

        NotPossible refusal = story.when(on("2025-08-03", new ReadmitParty(new PartyCode("BLR"), null)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text()).contains("neither withdrew nor is suspended");
        story.and(on("2025-08-02", new SuspendParty(new PartyCode("BLR"), null, null, null)))
                .when(on("2025-08-03", new ReadmitParty(new PartyCode("BLR"), null)))
                .thenRecorded();
    }

    @Test
    void aStandingIsKeptThatIsOlderThanTheAdmission() {
        Scenario story = given(
                opened("2025-08-01"),
                named("admission", dated(Edtf.parse("2025-08-10"), admitted("BLR", PartyKind.STATE))),
                on("2025-08-02", new RecordWithdrawal(new PartyCode("BLR"), null)));
        assertThat(standings(story)).containsExactly(PartyStanding.WITHDRAWN);

        story.and(retract("admission"));
        assertThat(standings(story)).containsExactly(PartyStanding.WITHDRAWN);
    }

    @Test
    void anAdmissionSaysWhatAPartyBelongsToAndSucceeds() {
        Party party = given(
                        opened("2025-08-01"),
                        undated(new AdmitParty(
                                new PartyCode("DUMA"),
                                "the State Duma",
                                PartyKind.BODY,
                                PartyRole.MONITOR,
                                new PartyCode("RUS"),
                                Actors.of("USA", "EU"))))
                .detail(NegotiationDetail.class)
                .parties()
                .getFirst();

        assertThat(party.kind()).isEqualTo(PartyKind.BODY);
        assertThat(party.partOf()).isEqualTo(new PartyCode("RUS"));
        assertThat(party.succeeds()).isEqualTo(Actors.of("USA", "EU").parties());
    }

    @Test
    void aPartyBelongsOnlyToAnAdmittedOneAndNotToItself() {
        UnknownParties refusal = given(opened("2025-08-01"))
                .when(undated(new AdmitParty(
                        new PartyCode("DUMA"),
                        "the State Duma",
                        PartyKind.BODY,
                        null,
                        new PartyCode("MDA"),
                        Actors.of("MDA"))))
                .thenRefused(UnknownParties.class);

        assertThat(refusal.faults())
                .extracting(fault -> fault.pointer())
                .containsExactly("/partOf", "/succeeds/0/party");
        PartyCode duma = new PartyCode("DUMA");
        assertThatThrownBy(() -> new AdmitParty(duma, "the State Duma", PartyKind.BODY, null, duma, null))
                .isInstanceOf(InvalidCommandException.class);
        assertThatThrownBy(() -> new AdmitParty(duma, "the State Duma", PartyKind.BODY, null, null, Actors.of("DUMA")))
                .isInstanceOf(InvalidCommandException.class);
    }

    private static List<PartyStanding> standings(Scenario story) {
        return story.detail(NegotiationDetail.class).parties().stream()
                .map(Party::standing)
                .toList();
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
    void onlyItsOpeningBeginsItThoughAPartyMayBeOlder() {
        UnknownMatter unopened = given().when(admitted("POL", PartyKind.STATE)).thenRefused(UnknownMatter.class);
        assertThat(unopened.text()).contains("AdmitParty cannot begin it; it can begin with OpenNegotiation");
        Scenario story = given(opened("2025-08-01"))
                .when(on(
                        "2025-07-01",
                        new AdmitParty(new PartyCode("POL"), "Poland", PartyKind.STATE, PartyRole.OBSERVER)))
                .thenState(OPEN);

        MatterState before = story.asOf("2025-07-15").orElseThrow();
        assertThat(before.status()).isEqualTo(NOT_OPENED);
        assertThat(((NegotiationDetail) before.detail()).parties())
                .extracting(Party::name)
                .containsExactly("Poland");
        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-08-01"));
        story.when(on("2025-07-02", new RecordWithdrawal(new PartyCode("POL"), null)))
                .thenState(OPEN)
                .when(on("2025-07-03", new SuspendTalks(null, null)))
                .thenRefused(NotPossible.class);
    }

    @Test
    void theSentencesOfItsPartiesShowNoCodes() {
        SentenceNames names = SentenceNames.ofCodes(MatterAddress.ofNegotiation("talks"));
        PartyCode rus = new PartyCode("RUS");

        assertThat(Negotiation.TYPE.clause(
                        new PartyAdmitted(
                                new PartyCode("DUMA"),
                                "the State Duma",
                                PartyKind.BODY,
                                PartyRole.OBSERVER,
                                rus,
                                Actors.of("USSR")),
                        names))
                .isEqualTo("the State Duma was entered in “talks” as an observer, part of RUS," + " successor to USSR");
        assertThat(Negotiation.TYPE.clause(
                        new PartySuspended(rus, Actors.of("EU"), Edtf.parse("2025-09"), "A coup."), names))
                .isEqualTo("EU suspended RUS from “talks” until September 2025: A coup");
        assertThat(Negotiation.TYPE.clause(new PartySuspended(rus, null, null, null), names))
                .isEqualTo("RUS was suspended from “talks”");
        assertThat(Negotiation.TYPE.clause(new PartyReadmitted(rus, null), names))
                .isEqualTo("RUS returned to “talks”");
    }

    private static CommandEnvelope opened(String date) {
        return titled("Talks", on(date, new OpenNegotiation("Talks", null)));
    }

    private static CommandEnvelope admitted(String code, PartyKind kind) {
        return undated(new AdmitParty(new PartyCode(code), "the " + code, kind, null));
    }
}
