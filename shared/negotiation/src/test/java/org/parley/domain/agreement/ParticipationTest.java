package org.parley.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.agreement.AgreementStatus.ABANDONED;
import static org.parley.domain.agreement.AgreementStatus.AGREED;
import static org.parley.domain.agreement.AgreementStatus.EXPIRED;
import static org.parley.domain.agreement.AgreementStatus.IN_FORCE;
import static org.parley.domain.agreement.AgreementStatus.IN_TALKS;
import static org.parley.domain.agreement.AgreementStatus.SIGNED;
import static org.parley.domain.agreement.AgreementStatus.TERMINATED;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.parley.domain.agreement.AgreementCommand.AbandonAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.AccedeToAgreement;
import org.parley.domain.agreement.AgreementCommand.AgreePoint;
import org.parley.domain.agreement.AgreementCommand.AgreeText;
import org.parley.domain.agreement.AgreementCommand.ApplyProvisionally;
import org.parley.domain.agreement.AgreementCommand.BringIntoForce;
import org.parley.domain.agreement.AgreementCommand.EnterReservation;
import org.parley.domain.agreement.AgreementCommand.ExtendAgreement;
import org.parley.domain.agreement.AgreementCommand.GiveNotice;
import org.parley.domain.agreement.AgreementCommand.IssueDeclaration;
import org.parley.domain.agreement.AgreementCommand.LeaveAgreement;
import org.parley.domain.agreement.AgreementCommand.LetAgreementExpire;
import org.parley.domain.agreement.AgreementCommand.OpenAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.RecordBreach;
import org.parley.domain.agreement.AgreementCommand.RejectDraft;
import org.parley.domain.agreement.AgreementCommand.ReportDelivery;
import org.parley.domain.agreement.AgreementCommand.ResumeCommitment;
import org.parley.domain.agreement.AgreementCommand.ResumeParticipation;
import org.parley.domain.agreement.AgreementCommand.SetDeadline;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.SignMultilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.SuspendCommitment;
import org.parley.domain.agreement.AgreementCommand.SuspendParticipation;
import org.parley.domain.agreement.AgreementCommand.TableDraft;
import org.parley.domain.agreement.AgreementCommand.UndertakeCommitment;
import org.parley.domain.agreement.AgreementCommand.VerifyCommitment;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.time.Edtf;

/** What happens to an agreement between its talks and its end, and who may do it. */
class ParticipationTest {
    private static final ShortName GUNS = new ShortName("guns");

    @Test
    void theOthersRemainWhenAPartyLeaves() {
        Scenario treaty = given(treaty(true))
                .when(left("2025-01-01", "FRA"))
                .thenState(SIGNED)
                .when(left("2025-02-01", "USA"))
                .thenState(SIGNED);

        AgreementDetail detail = treaty.detail(AgreementDetail.class);
        assertThat(detail.between()).isEqualTo(parties("UKR", "GBR"));
        assertThat(detail.leftBy()).isEqualTo(parties("FRA", "USA"));
        assertThat(said(treaty)).isEqualTo("On 1 February 2025, USA left the treaty “alaska”.");

        treaty.when(left("2025-03-01", "GBR")).thenState(TERMINATED);
        assertThat(treaty.detail(AgreementDetail.class).endedBy()).isEqualTo(parties("GBR"));
    }

    @Test
    void othersMayRemainWhereNotAllPartiesAreKnown() {
        given(treaty(false), left("2025-01-01", "FRA"), left("2025-01-02", "USA"))
                .when(left("2025-02-01", "GBR"))
                .thenState(SIGNED)
                .when(left("2025-02-02", "RUS"))
                .thenState(SIGNED);
    }

    @Test
    void aDeclarationRemainsWithOneAuthor() {
        Scenario declaration = given(declared("2025-01-01", "GBR", "FRA"))
                .thenState(IN_FORCE)
                .when(left("2025-02-01", "FRA"))
                .thenState(IN_FORCE);
        AgreementDetail detail = declaration.detail(AgreementDetail.class);
        assertThat(detail.form()).isEqualTo(AgreementForm.DECLARATION);
        assertThat(detail.to()).isEqualTo(parties("UKR"));
        assertThat(said(declaration)).isEqualTo("On 1 February 2025, FRA left the declaration “alaska”.");

        declaration.when(left("2025-03-01", "GBR")).thenState(TERMINATED);
    }

    @Test
    void onlyPartiesLeaveSuspendAndEnterReservations() {
        Scenario treaty = given(treaty(true));

        for (var command : new Command[] {
            new LeaveAgreement(Actors.of("RUS"), null),
            new SuspendParticipation(Actors.of("RUS"), null),
            new ResumeParticipation(Actors.of("RUS"), null),
            new EnterReservation(Actors.of("RUS"), "not here")
        }) {
            assertThat(treaty.when(on("2025-01-01", command))
                            .thenRefused(NotPossible.class)
                            .text())
                    .contains("RUS is no party to it; its parties are UKR, GBR, FRA and USA");
        }
        assertThat(treaty.when(on("2025-01-01", new AccedeToAgreement(Actors.of("FRA"))))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("FRA is a party to it already");
        treaty.when(on("2025-01-01", new AccedeToAgreement(Actors.of("RUS")))).thenRecorded();
        treaty.when(on("2025-01-02", new EnterReservation(Actors.of("RUS"), "not here")))
                .thenRecorded();
        assertThat(treaty.detail(AgreementDetail.class).reservations())
                .singleElement()
                .satisfies(reservation -> assertThat(reservation.text()).isEqualTo("not here"));
    }

    @Test
    void onlyWhoSuspendedResumes() {
        Scenario treaty = given(treaty(true));
        assertThat(treaty.when(on("2025-01-01", new ResumeParticipation(Actors.of("FRA"), null)))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("FRA has not suspended participation in it; nobody has");

        treaty.and(on("2025-01-02", new SuspendParticipation(Actors.of("USA"), null)));
        assertThat(treaty.detail(AgreementDetail.class).suspendedBy()).isEqualTo(parties("USA"));
        assertThat(treaty.when(on("2025-01-03", new ResumeParticipation(Actors.of("FRA"), null)))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("those that have: USA");
        treaty.and(on("2025-01-04", new ResumeParticipation(Actors.of("USA"), null)));
        assertThat(treaty.detail(AgreementDetail.class).suspendedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void draftsAndPointsLeadToAText() {
        Scenario talks = given(
                        on("2025-01-01", new OpenAgreementTalks(Actors.of("UKR", "USA"), "peace", null, null, null)))
                .and(on("2025-01-02", new SetDeadline(Edtf.parse("2025-11-27"), Actors.of("USA"), null)))
                .and(on("2025-01-03", new TableDraft(null, "28 points", "a draft", true, null, null, null)))
                .and(on("2025-01-04", new RejectDraft(Actors.of("UKR"), "28 Points", "too much")))
                .and(on("2025-01-05", point("prisoners", "all for all")))
                .thenState(IN_TALKS);
        assertThat(said(talks, 3))
                .isEqualTo("On 3 January 2025, the draft “28 points” of the agreement “alaska” was leaked: a draft.");

        AgreementDetail detail = talks.detail(AgreementDetail.class);
        assertThat(detail.deadline()).isEqualTo(Edtf.parse("2025-11-27"));
        assertThat(detail.drafts()).singleElement().satisfies(draft -> assertThat(draft.rejectedBy())
                .isEqualTo(parties("UKR")));
        assertThat(detail.points()).extracting(AgreedPoint::summary).containsExactly("all for all");

        talks.when(text("2025-02-01")).thenState(AGREED);
        detail = talks.detail(AgreementDetail.class);
        assertThat(detail.agreed()).isEqualTo(Edtf.parse("2025-02-01"));
        assertThat(detail.form()).isEqualTo(AgreementForm.BILATERAL);
        assertThat(detail.via()).isEqualTo(parties("GBR"));
        assertThat(detail.points()).hasSize(1);
        assertThat(said(talks))
                .isEqualTo("On 1 February 2025, UKR and USA agreed the text of the agreement “alaska”, to hold"
                        + " until 2026, mediated by GBR.");
    }

    @Test
    void anAgreedTextMayBeOpenedAgainAndKeepsItsCommitments() {
        Scenario story = given(text("2025-02-01"), undertaken("2025-02-02"))
                .when(on("2025-02-03", new OpenAgreementTalks(Actors.of("UKR", "USA"), null, null, null, null)))
                .thenState(IN_TALKS);
        assertThat(story.detail(AgreementDetail.class).commitments()).hasSize(1);
    }

    @Test
    void afterAnEndItBeginsWithoutCommitments() {
        Scenario story = given(treaty(true), undertaken("2025-02-02"))
                .when(on("2025-03-01", new LetAgreementExpire("its term ended")))
                .thenState(EXPIRED)
                .when(on("2025-03-02", new ReportDelivery(GUNS, null, BigDecimal.TEN, null)))
                .thenState(EXPIRED)
                .when(on("2025-04-01", new OpenAgreementTalks(Actors.of("UKR", "USA"), null, null, null, null)))
                .thenState(IN_TALKS);
        AgreementDetail detail = story.detail(AgreementDetail.class);
        assertThat(detail.commitments()).isEmpty();
        assertThat(detail.ended()).isNull();
        assertThat(detail.reason()).isNull();
        story.when(on("2025-04-02", new AbandonAgreementTalks(null, null, null, null, null, null)))
                .thenState(ABANDONED)
                .when(on("2025-04-03", point("prisoners", "all for all")))
                .thenState(IN_TALKS);
    }

    @Test
    void itsTermCanBeExtendedAndNoticeGiven() {
        AgreementDetail detail = given(treaty(true))
                .and(on("2025-01-01", new ApplyProvisionally(null, null)))
                .and(on("2025-02-01", new BringIntoForce(null, Edtf.parse("2030"))))
                .and(on("2025-03-01", new ExtendAgreement(Edtf.parse("2035"), null)))
                .and(on("2025-04-01", new GiveNotice(Actors.of("USA"), Edtf.parse("2026-04-01"), "no use")))
                .thenState(IN_FORCE)
                .detail(AgreementDetail.class);

        assertThat(detail.inForceSince()).isEqualTo(Edtf.parse("2025-02-01"));
        assertThat(detail.until()).isEqualTo(Edtf.parse("2035"));
        assertThat(detail.notices()).singleElement().satisfies(notice -> assertThat(notice.ends())
                .isEqualTo(Edtf.parse("2026-04-01")));
    }

    @Test
    void commitmentsAreVerifiedSuspendedAndResumed() {
        Scenario story = given(treaty(true), undertaken("2025-01-01"));
        assertThat(story.when(on("2025-01-02", new ResumeCommitment(GUNS, null, null)))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("guns is not suspended; none is");
        assertThat(story.when(on("2025-01-02", new SuspendCommitment(new ShortName("shells"), null, null)))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("no commitment shells was undertaken", "those that were: guns");
        story.when(on("2025-01-02", new RecordBreach(Actors.of("GBR"), null, "late", new ShortName("shells"))))
                .thenRefused(NotPossible.class);

        story.and(on("2025-01-03", new SuspendCommitment(GUNS, Actors.of("GBR"), "no money")));
        assertThat(commitment(story).suspended()).isTrue();
        assertThat(said(story))
                .isEqualTo("On 3 January 2025, GBR suspended the commitment “artillery” under the treaty “alaska”:"
                        + " no money.");
        story.and(
                on("2025-01-04", new ResumeCommitment(GUNS, null, null)),
                on(
                        "2025-01-05",
                        new VerifyCommitment(GUNS, Actors.of("USA"), VerificationFinding.NON_COMPLIANT, "none came")));
        assertThat(commitment(story).suspended()).isFalse();
        assertThat(commitment(story).verified())
                .extracting(Commitment.Verification::finding)
                .containsExactly(VerificationFinding.NON_COMPLIANT);
        assertThat(said(story))
                .isEqualTo("On 5 January 2025, USA found the commitment “artillery” under the treaty “alaska” not to be"
                        + " kept: none came.");
    }

    private static Commitment commitment(Scenario story) {
        return story.detail(AgreementDetail.class).commitments().getFirst();
    }

    private static CommandEnvelope treaty(boolean complete) {
        return on(
                "2024-01-01",
                new SignMultilateralAgreement(
                        Actors.of("UKR", "GBR", "FRA", "USA"),
                        complete,
                        null,
                        LegalNature.TREATY,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static CommandEnvelope declared(String date, String... by) {
        return on(
                date,
                new IssueDeclaration(Actors.of(by), Actors.of("UKR"), null, null, null, null, null, null, null, null));
    }

    @Test
    void nothingDoneUnderADroppedTextBelongsToTheNext() {
        AgreementDetail detail = given(text("2025-01-01"))
                .and(on("2025-01-02", new EnterReservation(Actors.of("USA"), "not here")))
                .and(on("2025-01-03", new TableDraft(null, "28 points", null, null, null, null, null)))
                .and(on(
                        "2025-01-04",
                        new SignBilateralAgreement(Actors.of("UKR", "USA"), null, null, null, null, null, null, null)))
                .detail(AgreementDetail.class);

        assertThat(detail.reservations()).isEmpty();
        assertThat(detail.agreed()).isNull();
        assertThat(detail.until()).isNull();
    }

    private static CommandEnvelope text(String date) {
        return on(
                date,
                new AgreeText(
                        Actors.of("UKR", "USA"),
                        null,
                        null,
                        null,
                        null,
                        Actors.of("GBR"),
                        null,
                        Edtf.parse("2026"),
                        null));
    }

    private static AgreePoint point(String name, String summary) {
        return new AgreePoint(new ShortName(name), Actors.of("UKR", "USA"), summary, null, null, null);
    }

    private static CommandEnvelope undertaken(String date) {
        return on(
                date,
                new UndertakeCommitment(
                        GUNS,
                        Actors.of("GBR"),
                        Actors.of("UKR"),
                        "artillery",
                        BigDecimal.TEN,
                        "pieces",
                        null,
                        null,
                        null));
    }

    private static CommandEnvelope left(String date, String by) {
        return on(date, new LeaveAgreement(Actors.of(by), null));
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }

    private static String said(Scenario story) {
        return said(story, story.ledger().trail().size());
    }

    private static String said(Scenario story, int position) {
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().get(position - 1));
    }
}
