package org.parley.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.agreement.AgreementCommand.AbandonAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.OpenAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.TerminateAgreement;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.guarantee.GuaranteeCommand.ProposeGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.WithdrawGuarantee;
import org.parley.domain.guarantee.GuaranteeDetail;
import org.parley.domain.guarantee.GuaranteeForm;
import org.parley.domain.meeting.MeetingCommand.CancelMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordMeeting;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.meeting.MeetingDetail;
import org.parley.domain.negotiation.NegotiationCommand.BreakOffTalks;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.ReopenNegotiation;
import org.parley.domain.negotiation.NegotiationDetail;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.warning.WarningCommand.ThreatenConsequences;
import org.parley.domain.warning.WarningCommand.WithdrawWarning;
import org.parley.domain.warning.WarningDetail;

/** The state of an ended matter says who ended it, until it begins again. */
class EndedByTest {
    private static final Actors RUS = Actors.of("RUS");
    private static final Actors BOTH = Actors.of("RUS", "UKR");

    @Test
    void anAgreementSaysWhoTerminatedItOrAbandonedTheTalks() {
        Scenario signed = given(
                on("2025-08-01", new SignBilateralAgreement(BOTH, null, null, null, null, null, null, null)),
                on("2025-08-10", new TerminateAgreement(RUS, "no use")));
        assertThat(signed.detail(AgreementDetail.class).endedBy()).isEqualTo(RUS.parties());

        CommandEnvelope talks = on("2025-08-01", new OpenAgreementTalks(BOTH, null, null, null, null));
        Scenario abandoned =
                given(talks, on("2025-08-10", new AbandonAgreementTalks(null, RUS, null, null, null, null)));
        assertThat(abandoned.detail(AgreementDetail.class).endedBy()).isEqualTo(RUS.parties());
        abandoned.and(on("2025-08-20", new OpenAgreementTalks(BOTH, null, null, null, null)));
        assertThat(abandoned.detail(AgreementDetail.class).endedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void aCommandAfterAFinalStatusIsRefused() {
        NotPossible refusal = given(on("2025-08-10", new RecordMeeting(BOTH, null, null, null, null, null, null)))
                .when(on("2025-08-20", new CancelMeeting(RUS, null)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text()).contains("“held” since 10 August 2025", "This meeting is over; begin another one");
    }

    @Test
    void aMeetingAGuaranteeAndAWarningSayWhoEndedThem() {
        Scenario meeting = given(
                on("2025-08-01", new ScheduleMeeting(null, null, null, BOTH, null, null, null)),
                on("2025-08-10", new CancelMeeting(RUS, null)));
        assertThat(meeting.detail(MeetingDetail.class).endedBy()).isEqualTo(RUS.parties());
        meeting.and(on("2025-08-20", new ScheduleMeeting(null, null, null, BOTH, null, null, null)));
        assertThat(meeting.detail(MeetingDetail.class).endedBy()).isEqualTo(Parties.NONE);

        Scenario guarantee = given(
                on(
                        "2025-08-01",
                        new ProposeGuarantee(RUS, BOTH, null, GuaranteeForm.BACKSTOP, null, null, null, null, null)),
                on("2025-08-10", new WithdrawGuarantee(RUS, null)));
        assertThat(guarantee.detail(GuaranteeDetail.class).endedBy()).isEqualTo(RUS.parties());

        Scenario warning = given(
                on("2025-08-01", new ThreatenConsequences(RUS, BOTH, "an attack", "an answer", null)),
                on("2025-08-10", new WithdrawWarning(RUS, null)));
        assertThat(warning.detail(WarningDetail.class).endedBy()).isEqualTo(RUS.parties());
    }

    @Test
    void aNegotiationSaysWhoBrokeItOff() {
        Scenario talks = given(
                on("2025-08-01", new OpenNegotiation("Talks", null)), on("2025-08-10", new BreakOffTalks(RUS, null)));
        assertThat(talks.detail(NegotiationDetail.class).endedBy()).isEqualTo(RUS.parties());

        talks.and(on("2025-08-20", new ReopenNegotiation(null, null)));
        assertThat(talks.detail(NegotiationDetail.class).endedBy()).isEqualTo(Parties.NONE);
    }
}
