package org.parley.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.agreement.AgreementCommand.OpenAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.ReportDelivery;
import org.parley.domain.agreement.AgreementCommand.SetDeadline;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.SuspendCommitment;
import org.parley.domain.agreement.AgreementCommand.TerminateAgreement;
import org.parley.domain.agreement.AgreementCommand.UndertakeCommitment;
import org.parley.domain.agreement.AgreementCommand.VerifyCommitment;
import org.parley.domain.agreement.VerificationFinding;
import org.parley.domain.ceasefire.CeasefireCommand.AnnounceCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.DeclareCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.EndCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.ExtendCeasefire;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.demand.DemandCommand.MakeDemand;
import org.parley.domain.demand.DemandCommand.RefuseDemand;
import org.parley.domain.exchange.ExchangeCommand.AgreeExchange;
import org.parley.domain.exchange.ExchangeCommand.CarryOutExchange;
import org.parley.domain.exchange.Handover;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.matter.ShortName;
import org.parley.domain.meeting.MeetingCommand.PostponeMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordMeeting;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;
import org.parley.domain.vote.VoteCommand.CallVote;
import org.parley.domain.vote.VoteCommand.CancelVote;
import org.parley.domain.warning.WarningCommand.LetWarningLapse;
import org.parley.domain.warning.WarningCommand.ThreatenConsequences;

class AlertsTest {
    private static final Actors RUSSIA = Actors.of("RUS");
    private static final Actors UKRAINE = Actors.of("UKR");
    private static final Actors BOTH = Actors.of("RUS", "UKR");
    private static final ShortName TANKS = new ShortName("tanks");

    @Test
    void aCommitmentIsOverdueUntilItIsDelivered() {
        Scenario story = given(signed(null), undertaken());

        assertThat(at("2025-08-10T23:59:59Z", story)).isEmpty();
        Alert alert = onlyAt("2025-08-20T12:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.COMMITMENT_DUE);
        assertThat(alert.commitment()).isEqualTo(TANKS);
        assertThat(alert.daysPast(Instant.parse("2025-08-20T12:00:00Z"))).isEqualTo(10);
        assertThat(cause(alert, story)).isEqualTo("CommitmentUndertaken");

        assertThat(at("2025-08-20T12:00:00Z", story.and(delivered(30)))).hasSize(1);
        assertThat(at("2025-08-20T12:00:00Z", story.and(delivered(1)))).isEmpty();
    }

    @Test
    void aCommitmentThatIsKeptOrSuspendedOrWhoseAgreementEndedIsNotOverdue() {
        assertThat(commitmentAlertsAfter(
                        new VerifyCommitment(TANKS, Actors.of("EU"), VerificationFinding.NON_COMPLIANT, null)))
                .hasSize(1);
        assertThat(commitmentAlertsAfter(
                        new VerifyCommitment(TANKS, Actors.of("EU"), VerificationFinding.COMPLIANT, null)))
                .isEmpty();
        assertThat(commitmentAlertsAfter(new SuspendCommitment(TANKS, null, null)))
                .isEmpty();
        assertThat(commitmentAlertsAfter(new TerminateAgreement(RUSSIA, null))).isEmpty();
    }

    private static List<Alert> commitmentAlertsAfter(Command command) {
        return at("2025-08-20T12:00:00Z", given(signed(null), undertaken(), on("2025-08-12", command)));
    }

    @Test
    void aWarningWhoseDeadlinePassed() {
        Scenario story = given(on(
                "2025-07-14",
                new ThreatenConsequences(Actors.of("USA"), RUSSIA, "no ceasefire", null, Edtf.parse("2025-08"))));

        assertThat(at("2025-08-31T23:00:00Z", story)).isEmpty();
        Alert alert = onlyAt("2025-09-01T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.DEADLINE);
        assertThat(alert.daysPast(Instant.parse("2025-09-01T00:00:00Z"))).isEqualTo(1);
        assertThat(cause(alert, story)).isEqualTo("ConsequencesThreatened");
        assertThat(at("2025-09-02T00:00:00Z", story.and(on("2025-08-31", new LetWarningLapse(null)))))
                .isEmpty();
    }

    @Test
    void aDemandWhoseDeadlinePassed() {
        Scenario story =
                given(on("2025-08-01", new MakeDemand(RUSSIA, UKRAINE, "to withdraw", null, Edtf.parse("2025-08-15"))));

        assertThat(onlyAt("2025-08-16T00:00:00Z", story).reason()).isEqualTo(AlertReason.DEADLINE);
        assertThat(at("2025-08-16T00:00:00Z", story.and(on("2025-08-02", new RefuseDemand(UKRAINE, null)))))
                .isEmpty();
    }

    @Test
    void talksOnAnAgreementWhoseDeadlinePassed() {
        Scenario story = given(
                on("2025-08-01", new OpenAgreementTalks(BOTH, null, null, null, null)),
                on("2025-08-02", new SetDeadline(Edtf.parse("2025-08-10"), null, null)));

        Alert alert = onlyAt("2025-08-11T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.DEADLINE);
        assertThat(cause(alert, story)).isEqualTo("DeadlineSet");
        assertThat(at(
                        "2025-08-11T00:00:00Z",
                        story.and(on(
                                "2025-08-09",
                                new SignBilateralAgreement(BOTH, null, null, null, null, null, null, null)))))
                .isEmpty();
    }

    @Test
    void anAgreementPastItsTerm() {
        Scenario story = given(signed("2025-08-09"));

        Alert alert = onlyAt("2025-08-10T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.AGREEMENT_END);
        assertThat(cause(alert, story)).isEqualTo("BilateralAgreementSigned");
    }

    @Test
    void aMeetingPlannedForAPastDayAndNotHeld() {
        Scenario story = given(scheduled("2025-08-15"));

        assertThat(at("2025-08-15T20:00:00Z", story)).isEmpty();
        Alert alert = onlyAt("2025-08-16T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.MEETING_PLANNED);
        assertThat(cause(alert, story)).isEqualTo("MeetingScheduled");
        assertThat(at(
                        "2025-08-16T00:00:00Z",
                        story.and(on("2025-08-15", new RecordMeeting(null, null, null, null, null, null, null)))))
                .isEmpty();
    }

    @Test
    void aMeetingPutOffWithoutANewDate() {
        Scenario story = given(scheduled("2025-08-15"), on("2025-08-12", new PostponeMeeting(null, null, null)));

        Alert alert = onlyAt("2025-08-13T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.MEETING_WITHOUT_DATE);
        assertThat(alert.date()).isEqualTo(Edtf.parse("2025-08-12"));
        assertThat(cause(alert, story)).isEqualTo("MeetingPostponed");
        assertThat(at(
                        "2025-08-16T00:00:00Z",
                        story.and(on("2025-08-13", new PostponeMeeting(Edtf.parse("2025-08-22"), null, null)))))
                .isEmpty();
    }

    @Test
    void aCeasefireThatDidNotBeginWhenItWasTo() {
        Scenario story = given(announced());

        Alert alert = onlyAt("2025-08-06T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.CEASEFIRE_START);
        assertThat(cause(alert, story)).isEqualTo("CeasefireAnnounced");
        assertThat(onlyAt("2025-08-21T00:00:00Z", story).reason()).isEqualTo(AlertReason.CEASEFIRE_END);
        assertThat(at("2025-08-06T00:00:00Z", story.and(inForce()))).isEmpty();
    }

    @Test
    void aCeasefirePastItsEnd() {
        Scenario story = given(announced(), inForce());

        Alert alert = onlyAt("2025-08-21T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.CEASEFIRE_END);
        assertThat(cause(alert, story)).isEqualTo("CeasefireAnnounced");

        Scenario extended = story.and(on("2025-08-19", new ExtendCeasefire(Edtf.parse("2025-08-25"), null)));
        assertThat(at("2025-08-21T00:00:00Z", extended)).isEmpty();
        assertThat(cause(onlyAt("2025-08-26T00:00:00Z", extended), extended)).isEqualTo("CeasefireExtended");
        assertThat(at("2025-08-26T00:00:00Z", extended.and(on("2025-08-25", new EndCeasefire(null, null)))))
                .isEmpty();
    }

    @Test
    void anExchangeAgreedTwoWeeksAgoOfWhichNothingIsHandedOver() {
        List<Handover> gives = List.of(new Handover(new PartyCode("RUS"), "prisoners", BigDecimal.valueOf(100), null));
        Scenario story = given(on("2025-08-01", new AgreeExchange(BOTH, gives, null)));

        assertThat(at("2025-08-15T12:00:00Z", story)).isEmpty();
        Alert alert = onlyAt("2025-08-16T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.EXCHANGE_AGREED);
        assertThat(cause(alert, story)).isEqualTo("ExchangeAgreed");
        assertThat(at("2025-08-16T00:00:00Z", story.and(on("2025-08-10", new CarryOutExchange(gives, null, null)))))
                .isEmpty();
    }

    @Test
    void aVotePlannedForAPastDayAndNotHeld() {
        Scenario story =
                given(on("2025-08-01", new CallVote(new PartyCode("EU"), null, "the plan", Edtf.parse("2025-08-08"))));

        Alert alert = onlyAt("2025-08-09T00:00:00Z", story);
        assertThat(alert.reason()).isEqualTo(AlertReason.VOTE_PLANNED);
        assertThat(cause(alert, story)).isEqualTo("VoteCalled");
        assertThat(at("2025-08-09T00:00:00Z", story.and(on("2025-08-07", new CancelVote(null)))))
                .isEmpty();
    }

    @Test
    void datesToComeAreListedOnlyAsFarAheadAsAsked() {
        List<MatterState> states = states(given(scheduled("2025-08-15")));

        assertThat(Alerts.of(states, Instant.parse("2025-08-01T00:00:00Z"), Duration.ofDays(10)))
                .isEmpty();
        Instant moment = Instant.parse("2025-08-10T00:00:00Z");
        assertThat(Alerts.of(states, moment, Duration.ofDays(10)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.overdue()).isFalse();
                    assertThat(alert.daysPast(moment)).isEqualTo(-5);
                });
    }

    @Test
    void whatPassedLastComesFirstAndWhatIsToComeLast() {
        List<MatterState> states = Stream.of(
                        given(scheduled("2025-08-15")), given(signed("2025-08-11")), given(announced(), inForce()))
                .flatMap(story -> states(story).stream())
                .toList();

        assertThat(Alerts.of(states, Instant.parse("2025-08-17T00:00:00Z"), Duration.ofDays(10)))
                .extracting(Alert::reason)
                .containsExactly(AlertReason.MEETING_PLANNED, AlertReason.AGREEMENT_END, AlertReason.CEASEFIRE_END);
    }

    /** Only the effective history counts. */
    @Test
    void aCorrectedDateIsTheOneThatCounts() {
        Scenario story = given(named("plan", scheduled("2025-08-15"))).and(correct("plan", scheduled("2025-08-25")));

        assertThat(at("2025-08-20T00:00:00Z", story)).isEmpty();
        assertThat(onlyAt("2025-08-26T00:00:00Z", story)
                        .cause(story.effective())
                        .map(Occurrence::developmentId))
                .hasValue(id("plan"));
    }

    private static List<Alert> at(String moment, Scenario story) {
        return Alerts.of(states(story), Instant.parse(moment), Duration.ZERO);
    }

    private static List<MatterState> states(Scenario story) {
        return story.state().stream().toList();
    }

    private static Alert onlyAt(String moment, Scenario story) {
        List<Alert> alerts = at(moment, story);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().overdue()).isTrue();
        return alerts.getFirst();
    }

    private static String cause(Alert alert, Scenario story) {
        return alert.cause(story.effective()).orElseThrow().event().type();
    }

    private static CommandEnvelope scheduled(String planned) {
        return on(
                "2025-07-20",
                new ScheduleMeeting(Edtf.parse(planned), null, null, Actors.of("USA", "RUS"), null, null, null));
    }

    private static CommandEnvelope announced() {
        return on(
                "2025-08-01",
                new AnnounceCeasefire(RUSSIA, Edtf.parse("2025-08-05"), Edtf.parse("2025-08-20"), null, null));
    }

    private static CommandEnvelope inForce() {
        return on("2025-08-05", new DeclareCeasefire(null, null, null, null));
    }

    private static CommandEnvelope signed(@Nullable String until) {
        Edtf term = until == null ? null : Edtf.parse(until);
        return on("2025-08-01", new SignBilateralAgreement(BOTH, null, null, null, null, null, term, null));
    }

    private static CommandEnvelope undertaken() {
        return on(
                "2025-08-02",
                new UndertakeCommitment(
                        TANKS,
                        RUSSIA,
                        null,
                        "31 tanks",
                        BigDecimal.valueOf(31),
                        "tanks",
                        Edtf.parse("2025-08-10"),
                        null,
                        null));
    }

    private static CommandEnvelope delivered(int quantity) {
        return on("2025-08-05", new ReportDelivery(TANKS, RUSSIA, BigDecimal.valueOf(quantity), "tanks"));
    }
}
