package org.parley.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.on;

import org.junit.jupiter.api.Test;
import org.parley.agreement.AgreementCommand.AbandonAgreementTalks;
import org.parley.agreement.AgreementCommand.OpenAgreementTalks;
import org.parley.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.agreement.AgreementCommand.TerminateAgreement;
import org.parley.agreement.AgreementDetail;
import org.parley.guarantee.GuaranteeCommand.ProposeGuarantee;
import org.parley.guarantee.GuaranteeCommand.WithdrawGuarantee;
import org.parley.guarantee.GuaranteeDetail;
import org.parley.guarantee.GuaranteeForm;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.NotPossible;
import org.parley.history.Story;
import org.parley.meeting.MeetingCommand.CancelMeeting;
import org.parley.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.meeting.MeetingDetail;
import org.parley.party.Actors;
import org.parley.party.Parties;
import org.parley.process.ProcessCommand.BreakOffTalks;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.process.ProcessCommand.ReopenNegotiation;
import org.parley.process.ProcessDetail;
import org.parley.warning.WarningCommand.ThreatenConsequences;
import org.parley.warning.WarningCommand.WithdrawWarning;
import org.parley.warning.WarningDetail;

/** The state of an ended matter says who ended it, until it begins again. */
class EndedByTest {
    private static final Actors RUS = Actors.of("RUS");
    private static final Actors BOTH = Actors.of("RUS", "UKR");

    @Test
    void anAgreementSaysWhoTerminatedItOrAbandonedTheTalks() {
        Story signed = given(
                on("2025-08-01", new SignBilateralAgreement(BOTH, null, null, null)),
                on("2025-08-10", new TerminateAgreement(RUS, "no use")));
        assertThat(signed.detail(AgreementDetail.class).endedBy()).isEqualTo(RUS.parties());

        LogDevelopment talks = on("2025-08-01", new OpenAgreementTalks(BOTH, null));
        Story abandoned = given(talks, on("2025-08-10", new AbandonAgreementTalks(null, RUS, null)));
        assertThat(abandoned.detail(AgreementDetail.class).endedBy()).isEqualTo(RUS.parties());
        abandoned.and(on("2025-08-20", new OpenAgreementTalks(BOTH, null)));
        assertThat(abandoned.detail(AgreementDetail.class).endedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void aCommandAfterAFinalStatusIsRefused() {
        NotPossible refusal = given(
                        on("2025-08-01", new SignBilateralAgreement(BOTH, null, null, null)),
                        on("2025-08-10", new TerminateAgreement(RUS, "no use")))
                .when(on("2025-08-20", new TerminateAgreement(RUS, null)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .contains("TERMINATED since 10 August 2025", "This agreement is over; begin another one")
                .doesNotContain("Possible there");
        assertThat(refusal.allowed()).isEmpty();
    }

    @Test
    void aMeetingAGuaranteeAndAWarningSayWhoEndedThem() {
        Story meeting = given(
                on("2025-08-01", new ScheduleMeeting(null, null, null, BOTH, null)),
                on("2025-08-10", new CancelMeeting(RUS, null)));
        assertThat(meeting.detail(MeetingDetail.class).endedBy()).isEqualTo(RUS.parties());
        meeting.and(on("2025-08-20", new ScheduleMeeting(null, null, null, BOTH, null)));
        assertThat(meeting.detail(MeetingDetail.class).endedBy()).isEqualTo(Parties.NONE);

        Story guarantee = given(
                on("2025-08-01", new ProposeGuarantee(RUS, BOTH, null, GuaranteeForm.BACKSTOP, null, null, null)),
                on("2025-08-10", new WithdrawGuarantee(RUS, null)));
        assertThat(guarantee.detail(GuaranteeDetail.class).endedBy()).isEqualTo(RUS.parties());

        Story warning = given(
                on("2025-08-01", new ThreatenConsequences(RUS, BOTH, "an attack", "an answer")),
                on("2025-08-10", new WithdrawWarning(RUS, null)));
        assertThat(warning.detail(WarningDetail.class).endedBy()).isEqualTo(RUS.parties());
    }

    @Test
    void aNegotiationSaysWhoBrokeItOff() {
        Story talks = given(
                on("2025-08-01", new OpenNegotiation("Talks", null)), on("2025-08-10", new BreakOffTalks(RUS, null)));
        assertThat(talks.detail(ProcessDetail.class).endedBy()).isEqualTo(RUS.parties());

        talks.and(on("2025-08-20", new ReopenNegotiation(null, null)));
        assertThat(talks.detail(ProcessDetail.class).endedBy()).isEqualTo(Parties.NONE);
    }
}
